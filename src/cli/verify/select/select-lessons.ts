import { RoutewrightError } from '../../../contract/errors.ts';
import type { Course, Lesson } from '../../../server/courses/course.ts';
import { changedFiles } from './changed-files.ts';
import { lessonsTouchedBy } from './lessons-touched.ts';
import { type Shard, shardOf } from './shard.ts';

/** Which lessons are meant; each one narrows. None: all of them. */
export type Selection = {
  /** Only this lesson. */
  lesson?: string;
  /** Only lessons that files changed since this Git revision can have changed. */
  changed?: string;
  shard?: Shard;
};

/**
 * The lessons that are meant, in the order in which they are taught.
 * Throws RW_LESSON_UNKNOWN, and RW_VERIFY_CHANGED when Git cannot tell what changed.
 */
export async function selectLessons(course: Course, selection: Selection): Promise<Lesson[]> {
  const { lesson, changed, shard } = selection;
  let lessons = [...course.lessons.values()].filter(({ id }) => lesson === undefined || id === lesson);
  if (lesson !== undefined && lessons.length === 0) throw new RoutewrightError('RW_LESSON_UNKNOWN', { id: lesson });
  if (changed !== undefined) {
    const touched = lessonsTouchedBy(course, await changedFiles(course.dir, changed));
    lessons = lessons.filter(({ id }) => touched.has(id));
  }
  return shard ? shardOf(lessons, shard) : lessons;
}
