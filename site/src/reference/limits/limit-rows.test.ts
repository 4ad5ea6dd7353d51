import { expect, test } from 'vitest';
import { LIMITS } from '../../../../src/contract/limits.ts';
import { limitRows, spoken } from './limit-rows.ts';

test('each limit is there, in words', () => {
  const rows = limitRows();
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(LIMITS));
  expect(rows.filter(({ of, beyond, value }) => [of, beyond, value].includes(''))).toEqual([]);
});

test.each([
  ['startMs', 3_000, '3 s'],
  ['turnMs', 250, '250 ms'],
  ['fileBytes', 256 * 1024, '256 KB'],
  ['answerBytes', 2 ** 20, '1 MB'],
  ['heapMiB', 192, '192 MB'],
  ['planChars', 24_576, '24,576 characters'],
  ['routes', 1_000, '1,000'],
])('%s %d is %s', (name, value, said) => {
  expect(spoken(name, value)).toBe(said);
});
