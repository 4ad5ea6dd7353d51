import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../contract/limits.ts';
import { removeFolder, temporaryFolder } from '../workbench-for-tests.ts';
import { FileConflictError } from './conflict.ts';
import { Versions } from './versions.ts';
import { Workspace } from './workspace.ts';

let folder: string;
let root: string;
let time: number;
let workspace: Workspace;
const onDisk = (path: string) => readFile(join(root, path), 'utf8');
const later = () => {
  time += 60_000;
};

async function open(): Promise<Workspace> {
  const now = () => (time += 1);
  const versions = new Versions(join(folder, 'versions'), now);
  await versions.load();
  const opened = new Workspace(root, versions, now);
  await opened.load();
  return opened;
}

beforeEach(async () => {
  folder = await temporaryFolder();
  root = join(folder, 'workspace');
  time = 1_000_000;
  await mkdir(join(root, 'src'), { recursive: true });
  await writeFile(join(root, 'src/app.ts'), 'one');
  workspace = await open();
});
afterEach(() => removeFolder(folder));

describe('edits', () => {
  test('are on disk when they resolve, and the step before can be brought back', async () => {
    await workspace.edit('src/app.ts', 'two');
    expect(await onDisk('src/app.ts')).toBe('two');
    const [version] = workspace.versions.list();
    expect(version).toMatchObject({ reason: 'edit', files: ['src/app.ts'] });
    await workspace.restore(version?.id ?? '');
    expect(await onDisk('src/app.ts')).toBe('one');
    // The way back has a way back.
    await workspace.restore(workspace.versions.list()[0]?.id ?? '');
    expect(await onDisk('src/app.ts')).toBe('two');
  });

  test('can be read on the disk before they are durable', async () => {
    const order: string[] = [];
    const onVisible = () => order.push(`read ${readFileSync(join(root, 'src/app.ts'), 'utf8')}`);
    await workspace.edit('src/app.ts', 'two', { onVisible });
    order.push('durable');
    expect(order).toEqual(['read two', 'durable']);
    const never = () => order.push('never');
    await expect(workspace.edit('src/no.ts', 'two', { onVisible: never })).rejects.toThrow();
    expect(order).not.toContain('never');
  });

  test('in one burst are one step; after a pause a new one begins', async () => {
    for (const text of ['two', 'three', 'four']) await workspace.edit('src/app.ts', text);
    expect(workspace.versions.list()).toHaveLength(1);
    later();
    await workspace.edit('src/app.ts', 'five');
    const texts = await Promise.all(
      workspace.versions.list().map(async ({ id }) => (await workspace.versions.get(id)).files[0]?.text),
    );
    expect(texts).toEqual(['four', 'one']);
  });

  test('are steps of the history although the clock was set back, and stay in the order in which they were made', async () => {
    await workspace.edit('src/app.ts', 'two');
    time -= 500_000;
    await workspace.edit('src/app.ts', 'three');
    const made = workspace.versions.list();
    expect(made.map(({ savedAt }) => savedAt < 900_000)).toEqual([true, false]);
    workspace = await open();
    expect(workspace.versions.list()).toEqual(made);
  });

  test('keep a bounded history, and it survives a restart', async () => {
    for (let n = 0; n < LIMITS.versionsKept + 5; n += 1) {
      later();
      await workspace.edit('src/app.ts', `text ${n}`);
    }
    expect(workspace.versions.list()).toHaveLength(LIMITS.versionsKept);
    expect(await readdir(join(folder, 'versions'))).toHaveLength(LIMITS.versionsKept);
    expect((await open()).versions.list()).toEqual(workspace.versions.list());
  });

  test('drop the oldest versions of what they are about, and no others', async () => {
    await workspace.create('notes.md', 'notes');
    await workspace.remove('notes.md');
    const undo = await workspace.replaceAll([{ path: 'src/app.ts', text: 'start' }]);
    for (let n = 0; n < LIMITS.versionsKept + 5; n += 1)
      await workspace.edit('src/app.ts', `text ${n}`, { keep: true });
    const texts = async () => {
      const files = await Promise.all(workspace.versions.list().map(({ id }) => workspace.versions.get(id)));
      return files.flatMap((version) => version.files.map(({ text }) => text));
    };
    expect(await texts()).toHaveLength(LIMITS.versionsKept + 2);
    expect(await texts()).toEqual(expect.arrayContaining(['notes', 'one', 'text 53', 'text 4']));
    expect(await texts()).not.toContain('text 3');
    workspace = await open();
    expect(await texts()).toHaveLength(LIMITS.versionsKept + 2);
    await workspace.restore(undo);
    expect(await onDisk('src/app.ts')).toBe('one');
  });

  test('of half a character are saved as what the disk can hold, and no edit after them is a conflict', async () => {
    await workspace.edit('src/app.ts', 'half \ud83d');
    expect(await workspace.takeOutsideChange('src/app.ts')).toBeNull();
    await workspace.edit('src/app.ts', 'whole 😀');
    expect(await onDisk('src/app.ts')).toBe('whole 😀');
  });

  test('of a file that is not there, and ones that are too large, are refused', async () => {
    await expect(workspace.edit('src/no.ts', '')).rejects.toMatchObject({ code: 'RW_FILE_NOT_FOUND' });
    const large = 'ä'.repeat(LIMITS.workspaceFileBytes / 2 + 1);
    await expect(workspace.edit('src/app.ts', large)).rejects.toMatchObject({ code: 'RW_FILE_TOO_LARGE' });
    expect(await onDisk('src/app.ts')).toBe('one');
  });
});

/** The operating system refuses to write more than 8 KB to a file: as on a full disk, the write fails half way. */
test.skipIf(process.platform === 'win32')('a save that fails is told, and the text before it stands', async () => {
  const program = `
    const { Workspace } = await import(${JSON.stringify(join(import.meta.dirname, 'workspace.ts'))});
    const { Versions } = await import(${JSON.stringify(join(import.meta.dirname, 'versions.ts'))});
    const workspace = new Workspace(${JSON.stringify(root)}, new Versions(${JSON.stringify(join(folder, 'versions'))}));
    await workspace.load();
    const large = 'x'.repeat(100_000);
    const refused = await workspace.edit('src/app.ts', large).catch(({ code, message }) => ({ code, message }));
    console.log(JSON.stringify([refused, workspace.text('src/app.ts')]));`;
  const shell = spawn('sh', ['-c', 'ulimit -f 16; exec "$0" --input-type=module -e "$1"', process.execPath, program]);
  let out = '';
  shell.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  await once(shell, 'close');
  const [refused, seen] = JSON.parse(out);
  expect(refused).toMatchObject({ code: 'RW_FILE_NOT_SAVED', message: expect.stringContaining('EFBIG') });
  expect(refused.message).not.toContain(folder);
  expect(seen).toBe('one');
  expect(await onDisk('src/app.ts')).toBe('one');
  expect(await readdir(join(root, 'src'))).toEqual(['app.ts']);
});

describe('changes from outside', () => {
  test('are a conflict for an edit that did not know them; nothing is lost whichever is kept', async () => {
    await writeFile(join(root, 'src/app.ts'), 'theirs');
    const refused = workspace.edit('src/app.ts', 'mine');
    await expect(refused).rejects.toBeInstanceOf(FileConflictError);
    await expect(refused).rejects.toMatchObject({ code: 'RW_FILE_CONFLICT', theirs: 'theirs' });
    expect(await onDisk('src/app.ts')).toBe('theirs');
    const mine = await workspace.versions.get(workspace.versions.list()[0]?.id ?? '');
    expect(mine.files).toEqual([{ path: 'src/app.ts', text: 'mine' }]);
    // Keeping one's own is the same edit again, and then theirs is in the history.
    await workspace.edit('src/app.ts', 'mine');
    expect(await onDisk('src/app.ts')).toBe('mine');
    const theirs = await workspace.versions.get(workspace.versions.list()[0]?.id ?? '');
    expect(theirs.files).toEqual([{ path: 'src/app.ts', text: 'theirs' }]);
  });

  test('are taken once, with the earlier text in the history; own saves are no such change', async () => {
    await workspace.edit('src/app.ts', 'two');
    expect(await workspace.takeOutsideChange('src/app.ts')).toBeNull();
    await writeFile(join(root, 'src/app.ts'), 'theirs');
    expect(await workspace.takeOutsideChange('src/app.ts')).toEqual({ path: 'src/app.ts', text: 'theirs' });
    expect(await workspace.takeOutsideChange('src/app.ts')).toBeNull();
    expect(workspace.versions.list()[0]).toMatchObject({ reason: 'outside' });
    await rm(join(root, 'src/app.ts'));
    expect(await workspace.takeOutsideChange('src/app.ts')).toEqual({ path: 'src/app.ts', text: null });
    expect(workspace.files()).toEqual([]);
    // The editor still had it open: its text comes back to disk.
    await workspace.edit('src/app.ts', 'mine');
    expect(await onDisk('src/app.ts')).toBe('mine');
  });

  test('that cannot be kept as text are never written over', async () => {
    const large = 'x'.repeat(LIMITS.workspaceFileBytes + 1);
    const undo = await workspace.replaceAll([{ path: 'src/app.ts', text: 'start' }]);
    await writeFile(join(root, 'src/app.ts'), large);
    const refusal = { code: 'RW_FILE_NOT_SAVED', message: expect.stringContaining('from outside') };
    await expect(workspace.edit('src/app.ts', 'mine')).rejects.toMatchObject(refusal);
    await workspace.takeOutsideChange('src/app.ts');
    await expect(workspace.edit('src/app.ts', 'mine')).rejects.toMatchObject(refusal);
    await expect(workspace.restore(undo)).rejects.toMatchObject(refusal);
    expect(await onDisk('src/app.ts')).toBe(large);
    await rm(join(root, 'src/app.ts'));
    await workspace.edit('src/app.ts', 'mine');
    expect(await onDisk('src/app.ts')).toBe('mine');
  });

  test('that are no text are left alone', async () => {
    await writeFile(join(root, 'library.sqlite'), Buffer.from([1, 2, 255]));
    await writeFile(join(root, 'letters.bin'), 'a\0b');
    expect(await workspace.takeOutsideChange('library.sqlite')).toBeNull();
    expect(await workspace.takeOutsideChange('letters.bin')).toBeNull();
    expect((await open()).files().map((file) => file.path)).toEqual(['src/app.ts']);
  });
});

describe('files', () => {
  test('can be made, renamed and removed; a removed one can be brought back', async () => {
    await workspace.create('src/routes/books.ts', 'books');
    await workspace.rename('src/routes/books.ts', 'src/books.ts');
    expect(workspace.files().map((file) => file.path)).toEqual(['src/app.ts', 'src/books.ts']);
    expect(await readdir(join(root, 'src'))).toEqual(['app.ts', 'books.ts']);
    await workspace.remove('src/books.ts');
    await expect(onDisk('src/books.ts')).rejects.toThrow();
    expect(workspace.versions.list()[0]).toMatchObject({ reason: 'remove', files: ['src/books.ts'] });
    await workspace.restore(workspace.versions.list()[0]?.id ?? '');
    expect(await onDisk('src/books.ts')).toBe('books');
  });

  test('never take the place of others', async () => {
    await workspace.create('src/books.ts', 'books');
    await expect(workspace.create('src/app.ts', '')).rejects.toMatchObject({ code: 'RW_FILE_EXISTS' });
    await expect(workspace.rename('src/books.ts', 'src/app.ts')).rejects.toMatchObject({ code: 'RW_FILE_EXISTS' });
    await expect(workspace.rename('src/no.ts', 'src/x.ts')).rejects.toMatchObject({ code: 'RW_FILE_NOT_FOUND' });
    await expect(workspace.remove('src/no.ts')).rejects.toMatchObject({ code: 'RW_FILE_NOT_FOUND' });
    expect(await onDisk('src/app.ts')).toBe('one');
  });

  test('all replaced can all be brought back, with what came in between in the history', async () => {
    await workspace.create('notes.md', 'notes');
    const undo = await workspace.replaceAll([{ path: 'src/start.ts', text: 'start' }]);
    expect(workspace.files()).toEqual([{ path: 'src/start.ts', text: 'start' }]);
    await workspace.restore(undo);
    expect(workspace.files()).toEqual([
      { path: 'notes.md', text: 'notes' },
      { path: 'src/app.ts', text: 'one' },
    ]);
    expect(workspace.versions.list()[0]).toMatchObject({ reason: 'reset', files: ['src/start.ts'] });
    await expect(workspace.restore('no-such')).rejects.toMatchObject({ code: 'RW_FILE_VERSION' });
  });
});
