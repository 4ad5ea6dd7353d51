import type { CourseFile } from '../../contract/course.ts';
import type { LessonFrontmatter } from '../../contract/lesson.ts';
import { neighbours } from '../../core/course/order.ts';

/** What a lesson's project stands on. `unknown`: `inherits` says something else. */
export type LessonBase =
  | { kind: 'lesson'; id: string }
  | { kind: 'template'; name: string }
  | { kind: 'nothing' }
  | { kind: 'unknown'; text: string };

/** Reads `inherits`; without it a lesson stands on the solution of the lesson before, the first one on nothing. */
export function lessonBase(course: CourseFile, lessonId: string, frontmatter: LessonFrontmatter): LessonBase {
  const text = frontmatter.inherits;
  if (text === undefined) {
    const before = neighbours(course, lessonId).previous;
    return before === null ? { kind: 'nothing' } : { kind: 'lesson', id: before };
  }
  const [kind, name, ...rest] = text.split(':');
  if (name && rest.length === 0 && kind === 'lesson') return { kind, id: name };
  if (name && rest.length === 0 && kind === 'template') return { kind, name };
  return { kind: 'unknown', text };
}
