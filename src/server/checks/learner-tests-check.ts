import type { LearnerTestsCheck } from '../../contract/check.ts';
import type { Mismatch } from '../../contract/evidence.ts';
import type { TestRun } from '../../contract/learner-tests.ts';
import type { FileCoverage } from '../../contract/test-result.ts';
import { matchesPath } from '../../core/check/path-glob.ts';
import { linesText } from '../../core/wording/lines-text.ts';
import { judged, type Outcome } from './outcome.ts';

/**
 * What one check says of a finished run of the learner's tests: enough of them, none that rejects right code, no bug that
 * survived, enough lines run through. Tests that fail on the learner's own code are shown but not judged here: the code
 * may be what is wrong.
 */
export function judgeLearnerTestsCheck(check: LearnerTestsCheck, run: TestRun): Outcome {
  if (run.failure) return { status: 'failed', reason: run.failure.message, evidence: { mismatches: [] } };
  const isOfCheck = (file: string) => matchesPath(check.files, file);
  const rejects = (run.rejects ?? []).filter(({ file }) => isOfCheck(file));
  return judged([
    ...rejects.map(
      ({ name, message }): Mismatch => ({
        at: name,
        expected: 'to pass on right code',
        actual: (message ?? 'it fails').trim().replace(/\s+/g, ' '),
      }),
    ),
    ...tooFew(check, run.tests.filter(({ file, status }) => isOfCheck(file) && status !== 'skipped').length),
    ...check.planted.flatMap((id) => survived(id, run)),
    ...(check.coverage ? missed(check.coverage, run.coverage) : []),
  ]);
}

function tooFew({ atLeast, files }: LearnerTestsCheck, tests: number): Mismatch[] {
  if (tests >= atLeast) return [];
  return [{ at: `tests in ${files}`, expected: `at least ${atLeast}`, actual: tests === 0 ? 'none' : String(tests) }];
}

function survived(id: string, { planted }: TestRun): Mismatch[] {
  const bug = planted.find((one) => one.id === id);
  if (bug?.status === 'caught') return [];
  const actual = bug?.status === 'survived' ? 'survived' : 'not tried';
  return [{ at: bug?.title ?? id, expected: 'some test to fail', actual }];
}

function missed(floor: NonNullable<LearnerTestsCheck['coverage']>, coverage: readonly FileCoverage[]): Mismatch[] {
  const files = floor.files.map((path) => ({ path, lines: coverage.find((file) => file.path === path) }));
  const loaded = files.flatMap(({ lines }) => lines ?? []);
  const all = loaded.reduce((sum, file) => sum + file.covered.length + file.missed.length, 0);
  const covered = loaded.reduce((sum, file) => sum + file.covered.length, 0);
  const never = files.filter(({ lines }) => !lines).map(({ path }) => path);
  const percent = all === 0 ? 0 : (100 * covered) / all;
  const expected = `${floor.lines} % of the lines`;
  if (never.length > 0) return never.map((path) => ({ at: path, expected, actual: 'no test loads it' }));
  if (percent >= floor.lines) return [];
  const shown = `${Math.floor(percent)} %`;
  return loaded
    .filter((file) => file.missed.length > 0)
    .map((file) => ({ at: file.path, expected, actual: `${shown}; not run: ${linesText(file.missed)}` }));
}
