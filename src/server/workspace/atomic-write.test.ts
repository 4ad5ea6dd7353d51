import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../workbench-for-tests.ts';
import { isTemporary, makeFolder, NEW_FOLDER, sweepTemporaryFiles, writeAtomically } from './atomic-write.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => removeFolder(folder));

test('replaces the text, makes folders, and leaves nothing else', async () => {
  const file = join(folder, 'src/routes/books.ts');
  await writeAtomically(file, 'one');
  await writeAtomically(file, 'two ✓');
  expect(await readFile(file, 'utf8')).toBe('two ✓');
  expect(await readdir(join(folder, 'src/routes'))).toEqual(['books.ts']);
});

test('a name may be as long as a file system lets it be, whatever its script', async () => {
  const file = join(folder, `${'本'.repeat(84)}.ts`);
  await writeAtomically(file, 'one');
  expect(await readFile(file, 'utf8')).toBe('one');
});

test('when it cannot replace, the error is told, the old state stands, and no temporary file stays', async () => {
  await mkdir(join(folder, 'taken/inside'), { recursive: true });
  await expect(writeAtomically(join(folder, 'taken'), 'text')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['taken']);
});

test.runIf(process.platform === 'linux')('where no folder can be made, it says so', async () => {
  await expect(makeFolder('/proc/routewright/workspaces')).rejects.toThrow('ENOENT');
});

test('a folder that is there is left as it is, and a file is none', async () => {
  await writeFile(join(folder, 'file'), 'text');
  await makeFolder(folder);
  await expect(makeFolder(join(folder, 'file'))).rejects.toThrow('EEXIST');
  expect(await readdir(folder)).toEqual(['file']);
});

test('a process that is killed while it saves leaves a whole text, old or new, and what it left is swept', async () => {
  const file = join(folder, 'app.ts');
  const texts = ['a', 'b'].map((letter) => letter.repeat(200_000));
  await writeAtomically(file, texts[0] ?? '');
  const module = join(import.meta.dirname, 'atomic-write.ts');
  const program = `
    const { writeAtomically } = await import(${JSON.stringify(module)});
    for (let n = 0; ; n += 1) {
      await writeAtomically(${JSON.stringify(file)}, 'ab'[n % 2].repeat(200_000));
      if (n === 3) process.stdout.write('saving');
    }`;
  for (let round = 0; round < 5; round += 1) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(texts).toContain(await readFile(file, 'utf8'));
  }
  await writeFile(join(folder, '.app.ts.0123456789ab.rw-tmp'), 'half');
  expect(await sweepTemporaryFiles(folder)).toBeGreaterThanOrEqual(1);
  expect((await readdir(folder)).filter(isTemporary)).toEqual([]);
  expect(texts).toContain(await readFile(file, 'utf8'));
});

test('what a crash left of a folder that was being filled is swept; what only looks like it is not', async () => {
  await writeAtomically(join(folder, `track/.0123456789ab${NEW_FOLDER}/src/app.ts`), 'half');
  await writeAtomically(join(folder, 'track/lesson/notes.rw-new'), 'mine');
  await writeAtomically(join(folder, 'track/lesson/.env'), 'mine');
  expect(await sweepTemporaryFiles(folder)).toBe(1);
  expect(await readdir(join(folder, 'track'))).toEqual(['lesson']);
  expect((await readdir(join(folder, 'track/lesson'))).sort()).toEqual(['.env', 'notes.rw-new']);
});
