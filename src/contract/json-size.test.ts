import { expect, test } from 'vitest';
import { isWithin } from './json-size.ts';

const LIMITS = { parts: 10, depth: 3 };

test.for([
  ['one value', 1, true],
  ['ten parts', { a: [1, 2, 3], b: [1, 2, 3], c: null }, true],
  ['eleven parts', { a: [1, 2, 3], b: [1, 2, 3], c: { d: 1 } }, false],
  ['three levels', [[[]]], true],
  ['a value at the third level', [[[1]]], true],
  ['four levels', [[[[1]]]], false],
] as const)('%s', ([, value, isFine]) => {
  expect(isWithin(value, LIMITS)).toBe(isFine);
});

test('what is nested a million times is refused, not followed', () => {
  const deep: unknown = JSON.parse('['.repeat(1e6) + ']'.repeat(1e6));
  expect(isWithin(deep, { parts: 1e7, depth: 100 })).toBe(false);
  expect(isWithin(new Array(1e6).fill(0), LIMITS)).toBe(false);
});
