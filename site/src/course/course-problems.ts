import { type ErrorCode, RoutewrightError } from '../../../src/contract/errors.ts';
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
  const more = [expected ? `Expected: ${expected}.` : '', nearest ? `Did you mean "${nearest}"?` : ''].filter(Boolean);
  return [where, message, ...more, `[${code}]`].join(' ');
}

/** Throws the code of the first mistake with the lines of all of them; does nothing when there is none. */
export function refuseProblems(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first) throw new CourseMistakes(first.code, problems.map(problemLine));
}

class CourseMistakes extends RoutewrightError {
  constructor(code: ErrorCode, lines: readonly string[]) {
    super(code, {});
    this.message = lines.join('\n');
    // It is a person's mistake in a file: where the program noticed it helps nobody.
    this.stack = `${this.name}: ${this.message}`;
  }
}
