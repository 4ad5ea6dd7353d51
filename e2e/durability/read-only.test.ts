import { chmod, chown, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GOOD_COURSE } from '../hosts/course-copy.ts';
import { openSession, signIn } from '../hosts/workbench-client.ts';
import { startWorkbench } from '../hosts/workbench-server.ts';
import { makeSmallDisk, withoutSmallDisks } from './small-disk.ts';

const AS_NOBODY = new URL('./as-nobody.ts', import.meta.url).href;
const NOBODY = 65_534;
const why = process.platform === 'win32' ? 'Windows has other rights' : null;
const whyNoDisk = withoutSmallDisks();
if (whyNoDisk !== null) process.stdout.write(`skipped: a disk that is mounted to be read only (${whyNoDisk})\n`);

describe.skipIf(why !== null)('a home without the right to write', () => {
  let home: string;
  const start = () => startWorkbench({ course: GOOD_COURSE, home, pages: false, preload: [AS_NOBODY] });
  beforeEach(async () => {
    home = join(await mkdtemp(join(tmpdir(), 'routewright-rights-')), 'home');
    await chmod(join(home, '..'), 0o755);
    await mkdir(home);
    if (process.getuid?.() === 0) await chown(home, NOBODY, NOBODY);
  });
  afterEach(async () => {
    await chmod(home, 0o700);
    await rm(join(home, '..'), { recursive: true, force: true });
  });

  test('is told in one sentence when it starts', async () => {
    await chmod(home, 0o500);
    const started = start();
    await expect(started).rejects.toThrow(
      /The folder .*home cannot be written: you have no right to write there\. .*\(RW_HOST_HOME\)\n$/,
    );
  });

  test('that it loses while it runs is told with each save, and a right that comes back is used', async () => {
    const server = await start();
    try {
      const client = await signIn(server.url);
      const session = await openSession(client, 'list-books');
      await session.edit('// before');
      const src = join(home, 'workspaces/good/fastify/list-books/src');
      await chmod(src, 0o500);
      await expect(session.edit('// refused')).rejects.toMatchObject({
        code: 'RW_FILE_NOT_SAVED',
        message: 'src/app.ts could not be saved: you have no right to write there.',
      });
      expect(await readFile(join(src, 'app.ts'), 'utf8')).toBe('// before');
      await chmod(src, 0o700);
      await session.edit('// after');
      expect(await readFile(join(src, 'app.ts'), 'utf8')).toBe('// after');
      session.leave();
    } finally {
      await server.stop();
    }
  });
});

test.skipIf(whyNoDisk !== null)('a disk that can only be read is told in one sentence when it starts', async () => {
  const disk = makeSmallDisk(6);
  try {
    const home = join(disk.folder, 'home');
    const options = { course: GOOD_COURSE, home, pages: false };
    await (await startWorkbench(options)).stop();
    disk.makeReadOnly();
    const sentence = /The folder .*home cannot be written: it can only be read\. .*\(RW_HOST_HOME\)\n$/;
    await expect(startWorkbench({ ...options, pages: true })).rejects.toThrow(sentence);
  } finally {
    disk.remove();
  }
});
