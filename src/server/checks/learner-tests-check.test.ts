import { describe, expect, it } from 'vitest';
import type { LearnerTestsCheck } from '../../contract/check.ts';
import type { TestRun } from '../../contract/learner-tests.ts';
import type { TestResult } from '../../contract/test-result.ts';
import { judgeLearnerTestsCheck } from './learner-tests-check.ts';

const CHECK: LearnerTestsCheck = {
  id: 'check',
  kind: 'learner-tests',
  title: 'It is tested',
  message: 'Test it.',
  severity: 'required',
  files: 'test/**/*.test.ts',
  atLeast: 1,
  planted: [],
};
const PASSED: TestResult = { name: 'a', file: 'test/a.test.ts', status: 'passed', ms: 1 };
const RUN: TestRun = { status: 'done', revision: 1, tests: [PASSED], coverage: [], planted: [], rejects: [] };
const BUG = { title: 'The shelf is empty', diff: '', by: [] };

const judged = (check: Partial<LearnerTestsCheck>, run: Partial<TestRun> = {}) => {
  const { status, reason } = judgeLearnerTestsCheck({ ...CHECK, ...check }, { ...RUN, ...run });
  return reason === '' ? status : `${status}: ${reason}`;
};

describe('a check of the learner’s tests', () => {
  it('holds with enough tests that pass on right code', () => {
    expect(judged({})).toBe('passed');
    expect(judged({ atLeast: 2 })).toBe('failed: tests in test/**/*.test.ts: 1, expected at least 2');
    expect(judged({ atLeast: 1 }, { tests: [{ ...PASSED, status: 'skipped' }] })).toContain(
      'none, expected at least 1',
    );
    expect(judged({ files: 'test/unit/**' })).toContain('none, expected at least 1');
  });

  it('names the test that rejects right code, and why', () => {
    const rejects = [{ ...PASSED, status: 'failed' as const, message: '404 !== 200' }];
    expect(judged({}, { rejects })).toBe('failed: a: 404 !== 200, expected to pass on right code');
    expect(judged({ files: 'test/unit/**', atLeast: 1 }, { rejects })).not.toContain('404');
  });

  it('does not hold while a bug that it names survives', () => {
    const planted = [
      { ...BUG, id: 'empty', status: 'survived' as const },
      { ...BUG, id: 'other', title: 'Another', status: 'survived' as const },
    ];
    expect(judged({ planted: ['empty'] }, { planted })).toBe(
      'failed: The shelf is empty: survived, expected some test to fail',
    );
    expect(judged({ planted: ['empty'] }, { planted: [{ ...BUG, id: 'empty', status: 'caught', by: ['a'] }] })).toBe(
      'passed',
    );
    expect(judged({ planted: ['empty'] })).toBe('failed: empty: not tried, expected some test to fail');
  });

  it('wants its part of the lines, and says which are left', () => {
    const coverage = { lines: 80, files: ['src/app.ts'] };
    const ran = (missed: number[]) => ({ coverage: [{ path: 'src/app.ts', covered: [1, 2, 3, 4], missed }] });
    expect(judged({ coverage }, ran([5]))).toBe('passed');
    expect(judged({ coverage }, ran([5, 6]))).toBe(
      'failed: src/app.ts: 66 %; not run: lines 5–6, expected 80 % of the lines',
    );
    expect(judged({ coverage })).toBe('failed: src/app.ts: no test loads it, expected 80 % of the lines');
  });

  it('says why nothing could be run', () => {
    const failure = { code: 'RW_TEST_NONE' as const, message: 'There is no test file yet.' };
    expect(judged({}, { failure })).toBe('failed: There is no test file yet.');
  });
});
