import { describe, expect, test } from 'vitest';
import { DiskModel } from './disk-model.ts';
import { readTrace } from './operation.ts';

/** The old text stands there for certain, then the operations happen; what may be found at `name`? */
function statesAfter(operations: object[], name = 'a.ts'): (string | null)[] {
  const disk = new DiskModel();
  const before = [...written('a.ts', 'old!', 90), ...synced(90, 91), ...folderSynced(92)];
  const lines = [...before, ...operations].map((one) => JSON.stringify(one)).join('\n');
  for (const operation of readTrace(lines)) disk.apply(operation);
  return [...disk.outcomes(name)].sort();
}

const done = (id: number) => ({ op: 'done', id });
const opened = (path: string, id: number, how: { emptied?: boolean; kind?: string }) => [
  { op: 'open', id, path, fd: id, kind: 'file', made: true, emptied: false, ...how },
  done(id),
];
const written = (path: string, text: string, id: number, emptied = false) => [
  ...opened(path, id, { emptied }),
  { op: 'write', id: id + 500, fd: id, text },
  done(id + 500),
];
const synced = (fd: number, id: number) => [{ op: 'fsync', id, fd, kind: 'file' }, done(id)];
const folderSynced = (id: number) => [
  ...opened('.', id, { kind: 'folder' }),
  { op: 'fsync', id: id + 500, fd: id, kind: 'folder' },
  done(id + 500),
];
const renamed = (id: number) => [{ op: 'rename', id, from: 't', to: 'a.ts' }, done(id)];

describe('after a power cut there may be', () => {
  test('anything, where the old text was written over', () => {
    expect(statesAfter(written('a.ts', 'new!', 1, true))).toEqual(['', 'ne', 'new!', 'old!']);
  });

  test('anything, where the new file was not synced before it took the place', () => {
    expect(statesAfter([...written('t', 'new!', 1), ...renamed(2), ...folderSynced(3)])).toEqual(['', 'ne', 'new!']);
    expect(statesAfter([...written('t', 'new!', 1), ...renamed(2)])).toEqual(['', 'ne', 'new!', 'old!']);
  });

  test('the old or the new text, where the folder was not synced', () => {
    expect(statesAfter([...written('t', 'new!', 1), ...synced(1, 2), ...renamed(3)])).toEqual(['new!', 'old!']);
    const begun = folderSynced(4).slice(0, -1);
    expect(statesAfter([...written('t', 'new!', 1), ...synced(1, 2), ...renamed(3), ...begun])).toEqual([
      'new!',
      'old!',
    ]);
  });

  test('the new text only, where everything was synced in order', () => {
    const saved = [...written('t', 'new!', 1), ...synced(1, 2), ...renamed(3), ...folderSynced(4)];
    expect(statesAfter(saved)).toEqual(['new!']);
    expect(statesAfter(saved, 't')).toEqual([null]);
  });

  test('no file in a folder whose own name was not synced', () => {
    const made = [{ op: 'mkdir', id: 1, path: 'f' }, done(1)];
    const inside = [...written('f/b.ts', 'new!', 2), ...synced(2, 3)];
    const sync = [...opened('f', 4, { kind: 'folder' }), { op: 'fsync', id: 5, fd: 4, kind: 'folder' }, done(5)];
    expect(statesAfter([...made, ...inside, ...sync], 'f/b.ts')).toEqual(['new!', null]);
    expect(statesAfter([...made, ...inside, ...sync, ...folderSynced(6)], 'f/b.ts')).toEqual(['new!']);
  });
});

test('a trace with something unknown in it is refused; what failed did not happen', () => {
  expect(() => readTrace('{"op":"unknown","what":"link"}')).toThrow('link');
  expect(readTrace('{"op":"unlink","id":1,"path":"a"}\n{"op":"failed","id":1}\n')).toEqual([]);
});
