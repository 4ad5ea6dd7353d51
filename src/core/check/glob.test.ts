import { expect, test } from 'vitest';
import { matchesGlob } from './glob.ts';

test.each([
  ['*', '', true],
  ['abc', 'abc', true],
  ['abc', 'abcd', false],
  ['/books/*', '/books/7', true],
  ['*/books/*', 'http://h/books/7', true],
  ['a*a', 'a', false],
  ['a*b*c', 'a-b-c', true],
  ['a*b*c', 'a-c-b', false],
  ['a*bc*bc', 'abc', false],
  ['max-age=*; includeSubDomains', 'max-age=1; includeSubDomains', true],
  ['a.c', 'abc', false],
])('%s on %s is %s', (glob, text, expected) => {
  expect(matchesGlob(glob, text)).toBe(expected);
});

test('many stars on a long text end at once', () => {
  expect(matchesGlob(`${'*a'.repeat(1_000)}b`, 'a'.repeat(100_000))).toBe(false);
});
