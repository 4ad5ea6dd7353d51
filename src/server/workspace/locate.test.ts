import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../workbench-for-tests.ts';
import { locate } from './locate.ts';
import { readFiles } from './read-files.ts';
import { Versions } from './versions.ts';
import { Workspace } from './workspace.ts';

let folder: string;
let root: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  root = join(folder, 'workspace');
  await mkdir(join(root, 'src'), { recursive: true });
  await writeFile(join(root, 'src/app.ts'), 'mine');
  await mkdir(join(folder, 'secret'));
  await writeFile(join(folder, 'secret/key.txt'), 'secret');
});
afterEach(() => removeFolder(folder));

test('finds what is inside, there or not', async () => {
  expect(await locate(root, 'src/app.ts')).toBe(join(root, 'src/app.ts'));
  expect(await locate(root, 'src/new/deep.ts')).toBe(join(root, 'src/new/deep.ts'));
});

test.each([
  '../secret/key.txt',
  'src/../../secret/key.txt',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  'src\\..\\..\\secret',
  'src//app.ts',
  './src/app.ts',
  // Windows takes these for src/app.ts.
  'src/app.ts.',
  'src./app.ts',
  'src /app.ts',
  '',
  'src/\u0000.ts',
  'node_modules/fastify/index.js',
  '.git/config',
  'src/.app.ts.0123456789ab.rw-tmp',
  'src/app.ts/below',
  'src',
  'a'.repeat(201),
])('refuses %j', async (path) => {
  await expect(locate(root, path)).rejects.toMatchObject({ code: 'RW_FILE_PATH' });
});

test('a link is neither read, nor listed, nor written through, wherever it stands in the path', async () => {
  await symlink(join(folder, 'secret'), join(root, 'linked'));
  await symlink(join(folder, 'secret/key.txt'), join(root, 'src/key.ts'));
  await symlink(join(folder, 'secret/new.txt'), join(root, 'src/dangling.ts'));
  expect((await readFiles(root)).map((file) => file.path)).toEqual(['src/app.ts']);
  const workspace = new Workspace(root, new Versions(join(folder, 'versions')));
  await workspace.load();
  for (const path of ['linked/key.txt', 'linked/new.txt', 'src/key.ts', 'src/dangling.ts']) {
    await expect(workspace.edit(path, 'stolen')).rejects.toMatchObject({ code: 'RW_FILE_PATH' });
    await expect(workspace.create(path, 'stolen')).rejects.toMatchObject({ code: 'RW_FILE_PATH' });
    await expect(workspace.rename('src/app.ts', path)).rejects.toMatchObject({ code: 'RW_FILE_PATH' });
    await expect(workspace.remove(path)).rejects.toMatchObject({ code: 'RW_FILE_PATH' });
    expect(await workspace.takeOutsideChange(path)).toBeNull();
  }
  expect(await readFile(join(folder, 'secret/key.txt'), 'utf8')).toBe('secret');
  await expect(readFile(join(folder, 'secret/new.txt'))).rejects.toThrow();
});
