import { expect, it } from 'vitest';
import type { TestRun } from '../../../contract/learner-tests.ts';
import { percentOf, testTally } from './test-tally.ts';

const run = (
  statuses: TestRun['tests'][number]['status'][],
  planted: TestRun['planted'][number]['status'][] = [],
): TestRun => ({
  status: 'done',
  revision: 1,
  tests: statuses.map((status, index) => ({ name: `${index}`, file: 'test/a.test.ts', status, ms: 1 })),
  coverage: [],
  planted: planted.map((status, index) => ({ id: `b${index}`, title: 'A bug', diff: '', status, by: [] })),
});

it('says in one line what came of the tests', () => {
  expect(testTally(run([]))).toBe('No test has run yet');
  expect(testTally({ ...run([]), status: 'running' })).toBe('Running your tests');
  expect(testTally(run(['passed']))).toBe('1 test passes');
  expect(testTally(run(['passed', 'passed', 'skipped']))).toBe('2 tests pass');
  expect(testTally(run(['passed', 'failed'], ['caught', 'survived']))).toBe(
    '1 of 2 tests pass · 1 of 2 mutants caught',
  );
});

it('never rounds a missed line away', () => {
  expect(percentOf({ covered: Array.from({ length: 999 }, (_, at) => at + 1), missed: [1_000] })).toBe(99);
  expect(percentOf({ covered: [1], missed: [] })).toBe(100);
  expect(percentOf({ covered: [], missed: [] })).toBe(100);
});
