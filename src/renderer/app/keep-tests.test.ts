import { expect, it } from 'vitest';
import type { TestRun } from '../../contract/learner-tests.ts';
import { keepTests } from './keep-tests.ts';

const test = (name: string, status: 'passed' | 'failed') => ({ name, file: 'test/a.test.ts', status, ms: 1 });
const bug = (id: string, status: 'waiting' | 'caught' | 'survived') => ({ id, title: id, diff: '', status, by: [] });
const OLD: TestRun = {
  status: 'done',
  revision: 1,
  tests: [test('a', 'passed'), test('b', 'passed')],
  coverage: [{ path: 'src/app.ts', covered: [1], missed: [] }],
  planted: [bug('one', 'caught'), bug('two', 'survived')],
};
const NEXT: TestRun = {
  status: 'running',
  revision: 2,
  tests: [test('b', 'failed'), test('c', 'passed')],
  coverage: [],
  planted: [bug('one', 'survived'), bug('two', 'waiting')],
};

it('keeps what a run that goes on has not come to yet', () => {
  const shown = keepTests(OLD, NEXT);
  expect(shown).toMatchObject({ status: 'running', revision: 2, coverage: OLD.coverage });
  expect(shown.tests.map(({ name, status }) => `${name} ${status}`)).toEqual(['a passed', 'b failed', 'c passed']);
  expect(shown.planted.map(({ id, status }) => `${id} ${status}`)).toEqual(['one survived', 'two survived']);
});

it('shows a run that has ended as it is', () => {
  expect(keepTests(OLD, { ...NEXT, status: 'done' })).toEqual({ ...NEXT, status: 'done' });
});
