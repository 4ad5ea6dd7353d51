import { expect, test } from 'vitest';
import { compareFiles } from './compare-files.ts';

test('only what differs is listed: changed, missing here, and of the learner alone', () => {
  const mine = [
    { path: 'src/app.ts', text: 'mine' },
    { path: 'package.json', text: '{}' },
    { path: 'src/notes.ts', text: 'n' },
  ];
  const solution = [
    { path: 'src/books.ts', text: 'b' },
    { path: 'src/app.ts', text: 'theirs' },
    { path: 'package.json', text: '{}' },
  ];
  expect(compareFiles(mine, solution)).toEqual([
    { path: 'src/app.ts', kind: 'changed', mine: 'mine', theirs: 'theirs' },
    { path: 'src/books.ts', kind: 'missing', theirs: 'b' },
    { path: 'src/notes.ts', kind: 'mine', mine: 'n' },
  ]);
});
