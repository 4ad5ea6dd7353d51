import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GOOD_COURSE } from '../hosts/course-copy.ts';
import { type Client, openSession, type SessionDriver, signIn } from '../hosts/workbench-client.ts';
import { startWorkbench, type WorkbenchServer } from '../hosts/workbench-server.ts';
import { temporaryFiles } from './dead-home.ts';
import { makeSmallDisk, type SmallDisk, withoutSmallDisks } from './small-disk.ts';

const why = withoutSmallDisks();
if (why !== null) process.stdout.write(`skipped: a full disk (${why})\n`);

const APP = 'workspaces/good/fastify/list-books/src/app.ts';
const large = (mark: string) => `// ${mark}\n`.padEnd(400_000, '/ what a long file, and it grows \n//');

describe.skipIf(why !== null)('on a full disk', () => {
  let disk: SmallDisk;
  let server: WorkbenchServer;
  let client: Client;
  let session: SessionDriver;
  const onDisk = () => readFile(join(disk.folder, 'home', APP), 'utf8');
  const start = () => startWorkbench({ course: GOOD_COURSE, home: join(disk.folder, 'home'), pages: false });

  beforeEach(async () => {
    disk = makeSmallDisk(6);
    server = await start();
    client = await signIn(server.url);
    session = await openSession(client, 'list-books');
  });
  afterEach(async () => {
    session.leave();
    await server.stop();
    disk.remove();
  });

  test('a save is refused in words, the old text stands, and with space again it goes on', async () => {
    await session.edit('// before');
    disk.fill();
    await expect(session.edit('// does not fit')).rejects.toMatchObject(refusal(/src\/app\.ts .*the disk is full/));
    expect(await onDisk()).toBe('// before');
    expect(await temporaryFiles(server.home)).toEqual([]);
    // What is there can be read, and the session goes on.
    const { files } = await client.session.open({ lessonId: 'list-books', track: 'fastify' });
    expect(files.find(({ path }) => path === session.entry)?.text).toBe('// before');
    await expect(session.edit('// still does not fit')).rejects.toMatchObject(refusal(/the disk is full/));

    disk.free();
    await session.edit('// after');
    expect(await onDisk()).toBe('// after');
  });

  test('a text that fits only half leaves the old one whole and nothing beside it', async () => {
    await session.edit(large('before'));
    disk.fill(100_000);
    await expect(session.edit(large('does not fit'))).rejects.toMatchObject(refusal(/the disk is full/));
    expect(await onDisk()).toBe(large('before'));
    expect(await temporaryFiles(server.home)).toEqual([]);
    await session.edit('// fits');
    expect(await onDisk()).toBe('// fits');
  });

  test('other changes are refused in words too, and nothing is lost', async () => {
    const { sessionId } = session;
    await client.session.create({ sessionId, path: 'src/books.ts', text: 'books' });
    disk.fill();
    for (const change of [
      () => client.session.create({ sessionId, path: 'src/more.ts', text: 'more' }),
      () => client.session.remove({ sessionId, path: 'src/books.ts' }),
      () => client.session.reset({ sessionId }),
    ]) {
      await expect(change()).rejects.toMatchObject(refusal(/the disk is full/));
    }
    expect(await readFile(join(server.home, APP, '../books.ts'), 'utf8')).toBe('books');
    expect(await temporaryFiles(server.home)).toEqual([]);
  });

  test('progress is not said to be saved when it was not', async () => {
    await client.settings.set({ key: 'theme', value: 'dark' });
    disk.fill();
    const quiz = await openSession(client, 'plan-books').catch((error: unknown) => error);
    expect(quiz).toMatchObject(refusal(/the disk is full/, 'RW_HOST_HOME'));
    const answers = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) => client.settings.set({ key: `k${n}`, value: 'x'.repeat(16_000) })),
    );
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused)
      expect(reason).toMatchObject(refusal(/the disk is full/, 'RW_PROGRESS_NOT_SAVED'));
    // It goes on, also after a restart.
    disk.free();
    await server.restart();
    client = await signIn(server.url);
    const settings = await client.settings.all();
    expect(settings.theme).toBe('dark');
    for (const [n, answer] of answers.entries()) {
      if (answer.status === 'fulfilled') expect(settings[`k${n}`]).toHaveLength(16_000);
    }
  });

  test('the server starts again, or says why not; with space again all is there', async () => {
    await session.edit('// mine');
    await server.kill();
    disk.fill();
    const started = await start().catch((error: unknown) => String(error));
    if (typeof started === 'string')
      expect(started).toMatch(/cannot be written: the disk is full\. .*\(RW_HOST_HOME\)/);
    else await started.stop();
    disk.free();
    await server.restart();
    const { files } = await (await signIn(server.url)).session.open({ lessonId: 'list-books', track: 'fastify' });
    expect(files.find(({ path }) => path === session.entry)?.text).toBe('// mine');
  });
});

/** An answer that a person can read, of the table of codes. */
function refusal(message: RegExp, code = 'RW_FILE_NOT_SAVED') {
  return { code, message: expect.stringMatching(message), data: { code, action: expect.stringMatching(/\w/) } };
}
