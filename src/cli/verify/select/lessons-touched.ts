import type { Course, Lesson } from '../../../server/courses/course.ts';
import { lessonBase } from '../../../server/courses/lesson-base.ts';

/**
 * Ids of the lessons that a change of `files` (relative to the course) can have changed: their own files, what they
 * inherit, however far back, or course.yaml, which gives the order of all.
 */
export function lessonsTouchedBy(course: Course, files: readonly string[]): Set<string> {
  if (files.includes('course.yaml')) return new Set(course.lessons.keys());
  const touched = new Set<string>();
  // In the order of the course: what a lesson stands on comes earlier.
  for (const lesson of course.lessons.values()) {
    if (files.some((file) => file.startsWith(`${lesson.dir}/`)) || standsOnTouched(course, lesson, files, touched)) {
      touched.add(lesson.id);
    }
  }
  return touched;
}

function standsOnTouched(course: Course, lesson: Lesson, files: readonly string[], touched: Set<string>): boolean {
  const base = lessonBase(course.file, lesson.id, lesson.frontmatter);
  if (base.kind === 'lesson') return touched.has(base.id);
  return base.kind === 'template' && files.some((file) => file.startsWith(`templates/${base.name}/`));
}
