import type { Course } from '../../../src/server/courses/course.ts';
import { standsOn } from './inherited-files.ts';

/**
 * The lessons whose pages may say something else once `files` have changed; 'all' when the course as a whole may.
 * `files` are relative to the course, with forward slashes.
 */
export function touchedLessons(course: Course, files: readonly string[]): Set<string> | 'all' {
  const touched = new Set<string>();
  for (const file of files) {
    const [stage, id, ...rest] = file.split('/');
    const lesson = id === undefined ? undefined : course.lessons.get(id);
    if (!lesson || lesson.dir !== `${stage}/${id}`) return 'all';
    touched.add(lesson.id);
    const isCode = rest[1] === 'starter' || rest[1] === 'solution';
    // Others call a lesson by its title, and stand on what it stands on: both are in its lesson.md.
    for (const other of isCode ? course.lessons.values() : [])
      if (standsOn(course, other).includes(lesson)) touched.add(other.id);
  }
  return touched;
}
