import type { Course, Lesson } from '../../../src/server/courses/course.ts';
import { lessonBase } from '../../../src/server/courses/lesson-base.ts';

/**
 * The lesson in which each file of a lesson's project got the text that it has there, by path. A file that comes from a
 * template has none. Lessons that inherit from one another in a circle are a problem of the course; here it only ends.
 */
export function lessonOfFile(course: Course, lesson: Lesson, track: string): Map<string, string> {
  const origin = new Map<string, string>();
  for (const one of standsOn(course, lesson)) {
    const own = one.tracks.get(track);
    for (const { files, removed } of own ? [own.starter, own.solution] : []) {
      for (const path of removed) origin.delete(path);
      for (const { path } of files) origin.set(path, one.id);
    }
  }
  return origin;
}

/** The lessons on whose solutions a lesson stands, the first of them first, and itself at the end. */
export function standsOn(course: Course, lesson: Lesson): Lesson[] {
  const chain = [lesson];
  for (;;) {
    const base = lessonBase(course.file, (chain[0] ?? lesson).id, (chain[0] ?? lesson).frontmatter);
    const before = base.kind === 'lesson' ? course.lessons.get(base.id) : undefined;
    if (!before || chain.includes(before)) return chain;
    chain.unshift(before);
  }
}
