import { expect, it } from 'vitest';
import type { TestResult } from '../../../contract/test-result.ts';
import { testTree } from './test-tree.ts';

const test = (name: string, file = 'test/a.test.ts', status: TestResult['status'] = 'passed'): TestResult => ({
  name,
  file,
  status,
  ms: 1,
});

it('puts tests below their suites, by file', () => {
  const tree = testTree([
    test('alone'),
    test('books › list › is short'),
    test('books › list › is sorted'),
    test('books › one'),
    test('other', 'test/b.test.ts', 'failed'),
    test('books › again'),
  ]);
  const shown = tree.map(({ path, failed, lines }) => [
    path,
    failed,
    ...lines.map(({ depth, name }) => `${depth} ${name}`),
  ]);
  expect(shown).toEqual([
    ['test/a.test.ts', 0, '0 alone', '0 books', '1 list', '2 is short', '2 is sorted', '1 one', '1 again'],
    ['test/b.test.ts', 1, '0 other'],
  ]);
});
