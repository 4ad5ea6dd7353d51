import { expect, test } from 'vitest';
import { changedLines, hunks, unmarked } from './changed-lines.ts';

const BEFORE = 'one\ntwo\nthree\nfour\n';
const AFTER = 'one\nzwei\nthree\nfour\nfive\n';

test('each text is marked by its own line numbers', () => {
  expect(changedLines(BEFORE, AFTER)).toEqual({ removed: [2], added: [2, 5] });
});

test('a last line without a line break is not a change', () => {
  expect(changedLines('one\ntwo', 'one\ntwo\n')).toEqual({ removed: [], added: [] });
});

test('a text that was not there is new in every line', () => {
  expect(changedLines('', 'one\ntwo\n')).toEqual({ removed: [], added: [1, 2] });
});

test('a place that changed is shown with what stood there, what stands there, and the lines around', () => {
  expect(hunks('a\nb\nc\nd\ne\nf\n', 'a\nb\nc\nD\ne\nf\n', 1)).toEqual([
    { code: 'c\nd\nD\ne', removed: [2], added: [3] },
  ]);
});

test('places that are far from each other are shown apart', () => {
  const before = Array.from({ length: 30 }, (_, index) => `line ${index}`);
  const after = before.with(2, 'x').with(25, 'y');
  expect(hunks(before.join('\n'), after.join('\n'), 2).map(({ added }) => added)).toEqual([[4], [4]]);
});

test('blank lines at the start are left out, and the numbers are those of what is left', () => {
  expect(hunks('\n\na\nb\n', '\n\na\nc\n', 3)).toEqual([{ code: 'a\nb\nc', removed: [2], added: [3] }]);
});

test('what is folded leaves the lines around a mark, and is worth a click', () => {
  expect(unmarked(40, [20], 3)).toEqual([
    { from: 1, to: 16 },
    { from: 24, to: 40 },
  ]);
  expect(unmarked(24, [10, 14], 3)).toEqual([]);
  expect(unmarked(12, [], 3)).toEqual([{ from: 1, to: 12 }]);
});
