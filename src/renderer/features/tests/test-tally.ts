import type { TestRun } from '../../../contract/learner-tests.ts';

/** What came of a run in one line: "11 of 12 tests pass · 2 of 3 mutants caught". */
export function testTally({ tests, planted, status }: TestRun): string {
  const run = tests.filter((test) => test.status !== 'skipped');
  const passed = run.filter((test) => test.status === 'passed').length;
  if (run.length === 0) return status === 'running' ? 'Running your tests' : 'No test has run yet';
  const first =
    passed === run.length
      ? `${counted(passed, 'test')} ${passed === 1 ? 'passes' : 'pass'}`
      : `${passed} of ${counted(run.length, 'test')} pass`;
  const caught = planted.filter((bug) => bug.status === 'caught').length;
  return planted.length === 0 ? first : `${first} · ${caught} of ${counted(planted.length, 'mutant')} caught`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Whole percent of the lines that ran, never 100 while one is missed. */
export function percentOf({ covered, missed }: { covered: readonly number[]; missed: readonly number[] }): number {
  const all = covered.length + missed.length;
  return all === 0 ? 100 : Math.floor((100 * covered.length) / all);
}
