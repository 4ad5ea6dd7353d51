import { expect, test } from 'vitest';
import { isRisky, safePattern } from './safe-pattern.ts';

test.each([
  '^(a+)+$',
  '^(a|a)*$',
  '(.*a){20}',
  '((a*)b?)*',
  '^(?:[a-z]+-?)+$',
  '(a)\\1',
  'a*a*a*a*a*a*b',
  '^\\[(a+)+[b]$',
])('%s is not run', (source) => {
  expect(isRisky(source)).toBe(true);
  expect(safePattern(source, 'u').test('!')).toBe(true);
});

test.each([
  ['^[a-z]+$', 'abc', 'ABC'],
  ['^\\d{3}-\\d{4}$', '123-4567', '1234567'],
  ['^(book|member)s$', 'books', 'loans'],
  ['^[(+*]+$', '(+*', 'a'],
  ['^\\[[a-z]+\\]$', '[abc]', 'abc'],
  ['^(?:97[89])?\\d{10}$', '9781234567890', '12'],
])('%s is run', (source, good, bad) => {
  expect(isRisky(source)).toBe(false);
  expect(safePattern(source, 'u').test(good)).toBe(true);
  expect(safePattern(source, 'u').test(bad)).toBe(false);
});
