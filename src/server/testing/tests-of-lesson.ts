import type { LearnerTestsCheck } from '../../contract/check.ts';
import type { Course, Lesson } from '../courses/course.ts';
import { composedFiles } from '../courses/lesson-files.ts';
import type { LearnerTests } from './run-learner-tests.ts';

/** What a lesson brings to the learner's tests; bugs in the order in which the checks name them. */
export type TestsOfLesson = Pick<LearnerTests, 'checks' | 'solution' | 'planted'>;

/** Null when no check of the lesson is about the learner's tests. Reads the lesson. */
export function testsOfLesson(course: Course, lesson: Lesson, track: string): TestsOfLesson | null {
  const checks = lesson.checks.filter((check): check is LearnerTestsCheck => check.kind === 'learner-tests');
  if (checks.length === 0) return null;
  const filesOf = (variant: 'solution' | { planted: string }) => composedFiles(course, lesson.id, track, variant);
  const order = checks.flatMap((check) => check.planted);
  const planted = (lesson.tracks.get(track)?.planted ?? []).toSorted(
    (one, other) => order.indexOf(one.id) - order.indexOf(other.id),
  );
  return {
    checks,
    solution: filesOf('solution'),
    planted: planted.map(({ id, file }) => ({ id, file, files: filesOf({ planted: id }) })),
  };
}
