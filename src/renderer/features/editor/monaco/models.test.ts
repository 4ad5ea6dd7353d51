import { expect, test } from 'vitest';
import { difference, languageOf } from './models.ts';

test.each([
  ['one word changed', 'const a = 1;', 'const bcd = 1;'],
  ['text added at the end', 'a', 'a\nb\n'],
  ['everything removed', 'abc', ''],
  ['a repeated letter taken away', 'aaa', 'aa'],
  ['nothing changed', 'same', 'same'],
])('%s: the one stretch that differs turns the old text into the new one', (_what, old, text) => {
  const { start, end, with: inserted } = difference(old, text);
  expect(old.slice(0, start) + inserted + old.slice(end)).toBe(text);
});

test('what did not change at both ends is not touched, so that the cursor stays', () => {
  expect(difference('keep this, keep that', 'keep now, keep that')).toEqual({ start: 5, end: 9, with: 'now' });
});

test('a file is coloured by its name', () => {
  const names = ['src/app.ts', 'plan.yaml', 'package.json', 'Dockerfile', 'README.md', 'LICENSE'];
  expect(names.map(languageOf)).toEqual(['typescript', 'yaml', 'json', 'dockerfile', 'markdown', 'plaintext']);
});
