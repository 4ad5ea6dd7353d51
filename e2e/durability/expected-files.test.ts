import { expect, test } from 'vitest';
import { ExpectedFiles, hashOf } from './expected-files.ts';

const NOTHING: [string, string][] = [];
const found = (files: [string, string][], history: string[] = []) => ({
  files: new Map(files),
  history: new Set(history.map(hashOf)),
  unreadable: [],
});
const edit = (text: string | null, path = 'a.ts') => ({ files: new Map([[path, text]]) });
const expecting = () => new ExpectedFiles([['a.ts', 'one']]);

test('what was answered must be there, whole', () => {
  const expected = expecting();
  expected.send(edit('two'))();
  expect(expected.judge(found([['a.ts', 'two']]))).toEqual({ torn: [], lost: [], beforeTheAnswer: 0 });
  expect(expected.judge(found([['a.ts', 'one']])).lost).toHaveLength(1);
  expect(expected.judge(found(NOTHING)).lost).toHaveLength(1);
  expect(expected.judge(found([['a.ts', 'tw']])).torn).toHaveLength(1);
  expect(expected.judge(found([['a.ts', '']])).torn).toHaveLength(1);
});

test('what was not answered may be there or not, but never half of it', () => {
  const expected = expecting();
  expected.send(edit('two'));
  expect(expected.judge(found([['a.ts', 'one']]))).toEqual({ torn: [], lost: [], beforeTheAnswer: 0 });
  expect(expected.judge(found([['a.ts', 'two']]))).toEqual({ torn: [], lost: [], beforeTheAnswer: 1 });
  expect(expected.judge(found([['a.ts', 'twone']])).torn).toHaveLength(1);
  expect(expected.judge(found(NOTHING)).lost).toHaveLength(1);
});

test('what was refused must not be there, nor what nobody made', () => {
  const expected = expecting();
  const change = edit('two');
  expected.send(change);
  expected.refused(change);
  expect(expected.judge(found([['a.ts', 'two']])).lost).toHaveLength(1);
  const twice: [string, string][] = [
    ['a.ts', 'one'],
    ['b.ts', 'one'],
  ];
  expect(expecting().judge(found(twice)).lost).toHaveLength(1);
});

test('half a rename is seen as such', () => {
  const expected = expecting();
  const files = new Map([
    ['a.ts', null],
    ['b.ts', 'one'],
  ]);
  expected.send({ files, together: true });
  expect(expected.judge(found([['a.ts', 'one']])).lost).toEqual([]);
  expect(expected.judge(found([['b.ts', 'one']])).lost).toEqual([]);
  expect(expected.judge(found(NOTHING)).lost).not.toEqual([]);
  expect(expected.judge(found([...files.keys()].map((path) => [path, 'one']))).lost).not.toEqual([]);
});

test('what is taken away must be in the history before, and stay there', () => {
  const expected = expecting();
  const removed = expected.send({ ...edit(null), keeps: ['one'] });
  expect(expected.judge(found([['a.ts', 'one']])).lost).toEqual([]);
  expect(expected.judge(found(NOTHING)).lost).toHaveLength(1);
  expect(expected.judge(found(NOTHING, ['one']))).toEqual({ torn: [], lost: [], beforeTheAnswer: 1 });
  removed();
  expect(expected.judge(found(NOTHING)).lost).toHaveLength(1);
  expect(expected.judge(found(NOTHING, ['one'])).lost).toEqual([]);
  expect(expected.judge(found(NOTHING, ['one', 'on'])).torn).toHaveLength(1);
  expect(expected.judge({ ...found(NOTHING, ['one']), unreadable: ['1.json'] }).torn).toHaveLength(1);
});
