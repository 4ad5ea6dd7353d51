import { expect, test } from 'vitest';
import { isFlat, isWithin } from './json-size.ts';

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

test('how deep a long text is nested is known before it is read', () => {
  const deep = (levels: number, inside: string) => '['.repeat(levels) + inside + ']'.repeat(levels);
  expect(isFlat(deep(10_000, ''), 1_000)).toBe(false);
  expect(isFlat(deep(1_000, `"${'x'.repeat(20_000)}"`), 1_000)).toBe(true);
  expect(isFlat(deep(1_001, `"${'x'.repeat(20_000)}"`), 1_000)).toBe(false);
  expect(isFlat(JSON.stringify(new Array(10_000).fill({ a: ['\\"[[[[{{{'] })), 3)).toBe(true);
});
