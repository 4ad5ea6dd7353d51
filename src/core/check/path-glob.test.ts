import { describe, expect, it, test } from 'vitest';
import { folderOfGlob, matchesPath } from './path-glob.ts';

describe('a path of a workspace', () => {
  const YES = [
    ['src/app.ts', 'src/app.ts'],
    ['src/*.ts', 'src/app.ts'],
    ['src/**/*.ts', 'src/app.ts'],
    ['src/**/*.ts', 'src/books/store/read.ts'],
    ['**/*.test.ts', 'test/deep/a.test.ts'],
    ['**', 'anything/at/all'],
    ['test/**', 'test/a.ts'],
    ['a/**/b/**/c.ts', 'a/x/b/b/y/c.ts'],
    ['**/b/*.ts', 'a/b/x/b/c.ts'],
  ];
  const NO = [
    ['src/*.ts', 'src/books/read.ts'],
    ['src/**/*.ts', 'src/app.js'],
    ['src/**/*.ts', 'test/app.ts'],
    ['src/*', 'src'],
    ['test/a.test.ts', 'test/a.test.tsx'],
    ['test/a.test.ts', 'test/a.test.ts/more'],
    ['**/b/*.ts', 'a/b/x/c.ts'],
    ['src/a?p.ts', 'src/app.ts'],
    ['src/(a+)+.ts', 'src/aaa.ts'],
  ];
  test.each(YES)('%s matches %s', (glob, path) => expect(matchesPath(glob, path)).toBe(true));
  test.each(NO)('%s does not match %s', (glob, path) => expect(matchesPath(glob, path)).toBe(false));

  it('is judged in no time, whatever the glob is', () => {
    expect(matchesPath(`${'*a'.repeat(40)}b`, 'a'.repeat(200))).toBe(false);
    expect(matchesPath(`${'**/a/'.repeat(40)}b`, `${'a/'.repeat(100)}a`)).toBe(false);
  });
});

test('the folder of a glob is what stands before its first star', () => {
  expect(folderOfGlob('test/**/*.test.ts')).toBe('test');
  expect(folderOfGlob('a/b/c.ts')).toBe('a/b');
  expect(folderOfGlob('a/b*/c/d.ts')).toBe('a');
  expect(folderOfGlob('**/*.test.ts')).toBe('');
});
