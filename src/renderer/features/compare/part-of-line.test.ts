import { expect, test } from 'vitest';
import { isInPart, partOfLine } from './part-of-line.ts';

const regions = [
  { part: 'app', from: 1, to: 9 },
  { part: 'list', from: 3, to: 4 },
];

test('a line belongs to the innermost part', () => {
  expect([1, 3, 4, 5, 10].map((line) => partOfLine(regions, line))).toEqual(['app', 'list', 'list', 'app', null]);
});

test('a line lies in each part around it', () => {
  expect(isInPart(regions, 3, 'app')).toBe(true);
  expect(isInPart(regions, 3, 'list')).toBe(true);
  expect(isInPart(regions, 5, 'list')).toBe(false);
  expect(isInPart(regions, 5, null)).toBe(false);
});
