import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../workbench-for-tests.ts';
import { materialise } from './materialise.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => removeFolder(folder));

const FILES = [
  { path: 'src/app.ts', text: 'app' },
  { path: 'plan.yaml', text: 'title: Books\n' },
];

test('a workspace is made whole, and one that is there is never touched', async () => {
  const root = join(folder, 'good/fastify/list-books');
  expect(await materialise(root, async () => FILES)).toBe(true);
  expect((await readdir(root)).sort()).toEqual(['plan.yaml', 'src']);
  await writeFile(join(root, 'src/app.ts'), 'mine');
  expect(await materialise(root, async () => FILES)).toBe(false);
  expect(await readFile(join(root, 'src/app.ts'), 'utf8')).toBe('mine');
});

test('an empty folder of the learner is their work too', async () => {
  const root = join(folder, 'lesson');
  await mkdir(root);
  expect(await materialise(root, async () => FILES)).toBe(false);
  expect(await readdir(root)).toEqual([]);
});

test('when a file cannot be had, nothing is left', async () => {
  const root = join(folder, 'track/lesson');
  const failing = materialise(root, async () => {
    throw new Error('unreadable');
  });
  await expect(failing).rejects.toThrow('unreadable');
  expect(await readdir(folder)).toEqual([]);
});
