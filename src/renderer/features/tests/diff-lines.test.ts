import { expect, it } from 'vitest';
import { diffLines } from './diff-lines.ts';

it('reads a unified diff: files, places, numbers, and as little indent as there is', () => {
  const diff = [
    '--- src/a.ts',
    '+++ src/a.ts',
    '@@ -3,3 +3,3 @@',
    '   same',
    '-    old',
    '+    new',
    '   same',
    '@@ -20,0 +20,1 @@',
    '+  end',
  ];
  expect(diffLines(diff.join('\n')).map(({ kind, text, line }) => [kind, text, line])).toEqual([
    ['file', 'src/a.ts', undefined],
    ['same', 'same', 3],
    ['gone', '  old', 4],
    ['new', '  new', 4],
    ['same', 'same', 5],
    ['gap', '⋯', undefined],
    ['new', 'end', 20],
  ]);
});

it('shows a line that begins with signs of its own as what it is', () => {
  const diff = ['--- a.sql', '+++ a.sql', '@@ -1,2 +1,1 @@', '--- a comment', ' x'].join('\n');
  expect(diffLines(diff).map(({ kind, text }) => [kind, text])).toContainEqual(['gone', '-- a comment']);
});
