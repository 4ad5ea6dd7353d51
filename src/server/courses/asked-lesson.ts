import { join } from 'node:path';
import { RoutewrightError } from '../../contract/errors.ts';
import type { Course } from './course.ts';
import { nearestOf } from './source.ts';

/** Throws RW_HOST_LESSON, with the nearest id, when the course has no lesson `id`. */
export function requireLesson(course: Course, id: string): void {
  if (course.lessons.get(id)) return;
  const nearest = nearestOf(id, course.lessons.keys());
  const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  throw new RoutewrightError('RW_HOST_LESSON', { id, hint, file: join(course.dir, 'course.yaml') });
}
