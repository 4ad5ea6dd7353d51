import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { GOOD_COURSE } from '../../hosts/course-copy.ts';
import {
  type Client,
  openSession,
  type SessionDriver,
  type SessionEvent,
  signIn,
} from '../../hosts/workbench-client.ts';
import { startWorkbench, type WorkbenchServer } from '../../hosts/workbench-server.ts';
import { temporaryFiles } from '../dead-home.ts';

const CALLS = ['open', 'write', 'fsync-file', 'rename', 'fsync-folder'];
const CODES = [
  ['EIO', /src\/app\.ts could not be saved: the disk reports an error\./],
  ['EROFS', /src\/app\.ts could not be saved: it can only be read\./],
] as const;

describe('a disk that fails', () => {
  let folder: string;
  let server: WorkbenchServer;
  let client: Client;
  let session: SessionDriver;
  let made = 0;
  const order = (text: string) => writeFile(join(folder, 'order'), text);
  const next = () => {
    made += 1;
    return `// text ${made}`;
  };
  const onDisk = () => readFile(join(server.home, 'workspaces/good/fastify/list-books/src/app.ts'), 'utf8');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'routewright-failing-'));
    await order('');
    const refuse = new URL(`./refuse.ts?${new URLSearchParams({ order: join(folder, 'order') })}`, import.meta.url)
      .href;
    server = await startWorkbench({ course: GOOD_COURSE, pages: false, preload: [refuse] });
    client = await signIn(server.url);
    session = await openSession(client, 'list-books');
  });
  afterEach(() => order(''));
  afterAll(async () => {
    session?.leave();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const cases = CALLS.flatMap((call) => CODES.map(([code, sentence]) => ({ call, code, sentence })));
  test.each(cases)('at $call with $code is told in words; a whole text stands, and it goes on', async (one) => {
    const before = next();
    await session.edit(before);
    await order(`${one.call} ${one.code}`);
    const refused = next();
    await expect(session.edit(refused)).rejects.toMatchObject({
      code: 'RW_FILE_NOT_SAVED',
      message: expect.stringMatching(one.sentence),
      data: { action: expect.stringMatching(/still in the editor/) },
    });
    // When only the last step fails the new text stands already; it is not said to be saved.
    expect(await onDisk()).toBe(one.call === 'fsync-folder' ? refused : before);
    expect(await temporaryFiles(server.home)).toEqual([]);

    await order('');
    const after = next();
    await session.edit(after);
    expect(await onDisk()).toBe(after);
    const { files } = await client.session.open({ lessonId: 'list-books', track: 'fastify' });
    expect(files.find(({ path }) => path === session.entry)?.text).toBe(after);
  });

  test.each(CALLS)('at %s fails no other kind of change half way', async (call) => {
    const { sessionId } = session;
    await order(`${call} EIO`);
    const path = `src/${call}.ts`;
    const created = await client.session.create({ sessionId, path, text: 'new' }).catch(({ code }) => code);
    expect(created).toBe('RW_FILE_NOT_SAVED');
    const undone = await client.session.reset({ sessionId }).catch(({ code }) => code);
    expect(undone).toBe('RW_FILE_NOT_SAVED');
    await order('');
    const { undo } = await client.session.reset({ sessionId });
    const { files } = await client.session.restore({ sessionId, version: undo });
    expect(files.some((file) => file.path === path)).toBe(call === 'fsync-folder');
    expect(await temporaryFiles(server.home)).toEqual([]);
  });

  test('for progress alone stops no edit: it is told, and the lesson is completed when it can be', async () => {
    await order('sqlite FULL');
    const seen = session.events.length;
    await session.edit(SOLUTION);
    expect(await onDisk()).toBe(SOLUTION);
    const since = () => session.events.slice(seen);
    const sentence = 'Your progress could not be saved: the disk is full.';
    const isTold = (event: SessionEvent) =>
      event.type === 'log' &&
      event.lines.some(({ stream, text }) => stream === 'workbench' && text.startsWith(sentence));
    await session.until(isTold);
    expect(since().some(({ type }) => type === 'completed')).toBe(false);
    await order('');
    await client.session.run({ sessionId: session.sessionId });
    await session.until(({ type }) => type === 'completed');
  });
});

const SOLUTION = `import Fastify from 'fastify';

export async function buildApp() {
  const app = Fastify();
  app.get('/api/v1/books', async () => ({ data: [] }));
  return app;
}
`;
