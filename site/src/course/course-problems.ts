import type { Problem } from '../../../src/contract/problem.ts';
import type { Course } from '../../../src/server/courses/course.ts';

/** Every mistake in the files of a course. */
export const allProblems = (course: Course): Problem[] => [
  ...course.problems,
  ...[...course.lessons.values()].flatMap(({ problems }) => problems),
];

/** A mistake in one line: where, what, and its code. */
export function problemLine({ file, line, column, message, expected, nearest, code }: Problem): string {
  const where = [file, line, column].filter((part) => part !== undefined).join(':');
  const isNew = nearest !== undefined && !message.includes(nearest);
  const more = [...(expected ? [`Expected: ${expected}.`] : []), ...(isNew ? [`Did you mean "${nearest}"?`] : [])];
  return [where, message, ...more, `[${code}]`].join(' ');
}
