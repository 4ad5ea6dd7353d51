import { statSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../workbench-for-tests.ts';
import { openDatabase } from './database.ts';
import { Progress } from './progress.ts';

const KEY = { course: 'good', track: 'fastify', lesson: 'list-books' };
const OTHER = { ...KEY, lesson: 'create-book' };
let folder: string;
let file: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  file = join(folder, 'progress.sqlite');
});
afterEach(() => removeFolder(folder));

test('everything is there again after a restart, each lesson for itself', () => {
  const before = new Progress(openDatabase(file).database);
  before.opened(KEY, 3);
  before.started(KEY);
  before.setAnswer(KEY, 'why', 'b');
  before.setAnswer(KEY, 'why', 'a');
  before.setSetting('theme', 'dark');
  before.setDanger(KEY, { code: 'RW_CODE_STALLED', message: 'never ends', line: 3 });
  before.completed(OTHER);
  before.started(OTHER);
  before.close();

  const after = new Progress(openDatabase(file).database);
  expect(after.statuses('good', 'fastify')).toEqual(
    new Map([
      ['list-books', 'started'],
      ['create-book', 'completed'],
    ]),
  );
  expect(after.statuses('good', 'python').size).toBe(0);
  expect(after.invalidates(KEY)).toBe(3);
  expect(after.invalidates(OTHER)).toBeNull();
  expect(after.answers(KEY)).toEqual({ why: 'a' });
  expect(after.settings()).toEqual({ theme: 'dark' });
  expect(after.danger(KEY)).toEqual({ code: 'RW_CODE_STALLED', message: 'never ends', line: 3 });
  after.setDanger(KEY, null);
  expect(after.danger(KEY)).toBeNull();
  after.close();
});

test('what is so already is not written again', () => {
  const { database } = openDatabase(file);
  const progress = new Progress(database);
  progress.opened(KEY, 0);
  progress.started(KEY);
  const written = () => statSync(`${file}-wal`).size;
  const before = written();
  for (let edit = 0; edit < 5; edit += 1) {
    progress.started(KEY);
    progress.setDanger(KEY, null);
  }
  expect(written()).toBe(before);
  progress.setDanger(KEY, { code: 'RW_CODE_STALLED', message: 'never ends' });
  expect(written()).toBeGreaterThan(before);
  database.close();
});

test('a file of an earlier workbench is taken on, with what is in it', () => {
  const before = openDatabase(file).database;
  new Progress(before).completed(KEY);
  before.exec('CREATE TABLE passed (course TEXT); PRAGMA user_version = 1;');
  before.close();
  const { database, notice } = openDatabase(file);
  expect(notice).toBeNull();
  expect(new Progress(database).status(KEY)).toBe('completed');
  expect(database.prepare("SELECT name FROM sqlite_schema WHERE name = 'passed'").get()).toBeUndefined();
  database.close();
});

test('is written so that a power cut loses nothing', () => {
  const { database } = openDatabase(file);
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  database.close();
});

async function damagePages(): Promise<void> {
  const bytes = await readFile(file);
  bytes.fill(0x5a, 8_192, 20_480);
  await writeFile(file, bytes);
}

test.each([
  ['is no database', async () => writeFile(file, 'this is not a database, whatever its name says'.repeat(100))],
  [
    'has damaged pages',
    async () => {
      const progress = new Progress(openDatabase(file).database);
      for (let n = 0; n < 200; n += 1) progress.setSetting(`key-${n}`, 'value '.repeat(50));
      progress.close();
      await rm(`${file}.copy`);
      await damagePages();
    },
  ],
])('a file that %s is moved aside, whole, and said so; a new one works', async (_name, damage) => {
  await damage();
  const bytes = await readFile(file);
  const { database, notice } = openDatabase(file);
  expect(notice).toMatchObject({ code: 'RW_HOST_PROGRESS_DAMAGED' });
  const aside = (await readdir(folder)).find((name) => name.includes('.damaged-') && !/-(wal|shm)$/.test(name)) ?? '';
  expect(notice?.message).toContain(aside);
  expect(await readFile(join(folder, aside))).toEqual(bytes);
  const progress = new Progress(database);
  progress.completed(KEY);
  progress.close();
  const again = openDatabase(file);
  expect(again.notice).toBeNull();
  expect(new Progress(again.database).status(KEY)).toBe('completed');
  again.database.close();
});

test('in the place of a damaged file stands the copy of the last start, if that is sound', async () => {
  const first = new Progress(openDatabase(file).database);
  for (let n = 0; n < 200; n += 1) first.setSetting(`key-${n}`, 'value '.repeat(50));
  first.completed(KEY);
  first.close();
  openDatabase(file).database.close();
  await damagePages();
  const restored = openDatabase(file);
  expect(restored.notice).toMatchObject({ code: 'RW_HOST_PROGRESS_RESTORED' });
  expect(new Progress(restored.database).status(KEY)).toBe('completed');
  restored.database.close();

  await writeFile(file, 'no database '.repeat(100));
  await writeFile(`${file}.copy`, 'no database either '.repeat(100));
  const fresh = openDatabase(file);
  expect(fresh.notice).toMatchObject({ code: 'RW_HOST_PROGRESS_DAMAGED' });
  expect(new Progress(fresh.database).status(KEY)).toBe('untouched');
  fresh.database.close();
  expect((await readdir(folder)).filter((name) => /\.damaged-[^.]*$/.test(name)).length).toBeGreaterThanOrEqual(3);
});

test('a file that a newer workbench wrote is refused and stays as it is', async () => {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA user_version = 99');
  database.close();
  const bytes = await readFile(file);
  expect(() => openDatabase(file)).toThrow(expect.objectContaining({ code: 'RW_HOST_PROGRESS_NEWER' }));
  expect(await readFile(file)).toEqual(bytes);
  expect(await readdir(folder)).toEqual(['progress.sqlite']);
});
