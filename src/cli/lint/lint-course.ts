import type { Problem } from '../../contract/problem.ts';
import type { Course, Lesson } from '../../server/courses/course.ts';
import { hintProblems } from './hint-lines.ts';
import { shownCodeProblems } from './shown-code.ts';

/** Everything that can be said of a lesson without running it. */
export async function lintLesson(course: Course, lesson: Lesson): Promise<Problem[]> {
  return [...lesson.problems, ...(await hintProblems(course, lesson)), ...(await shownCodeProblems(course, lesson))];
}

/** The problems of the course's own files and of all its lessons, in the order in which they are taught. */
export async function lintCourse(course: Course): Promise<Problem[]> {
  const lessons = await Promise.all([...course.lessons.values()].map((lesson) => lintLesson(course, lesson)));
  return [...course.problems, ...lessons.flat()];
}
