import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Client, openSession, type SessionDriver, signIn } from '../hosts/workbench-client.ts';
import { startWorkbench, type WorkbenchServer } from '../hosts/workbench-server.ts';
import type { Places } from './preparations.ts';

const COURSE = fileURLToPath(new URL('./course/', import.meta.url));
export const LESSON = 'any-api';

/** A measured server with the lesson that any program can be put into. */
export type Place = {
  server: WorkbenchServer;
  client: Client;
  session: SessionDriver;
  /** The lesson's folder on disk. */
  folder: string;
  places: Places;
  /** Saves an API that is right and waits until it is live and judged: how long that took the workbench, in ms. */
  recover(): Promise<{ ms: number; verdicts: Record<string, string> }>;
  /** Starts the server again on the same home; gives its address with the token. The session is gone then. */
  restarted(): Promise<string>;
  close(): Promise<void>;
};

export async function openPlace(): Promise<Place> {
  const server = await startWorkbench({ course: COURSE, pages: false, measured: true, ownGroup: true });
  const workspaces = join(server.home, 'workspaces', 'hostile', 'fastify');
  await mkdir(join(workspaces, 'other-lesson'), { recursive: true });
  await writeFile(join(workspaces, 'other-lesson', 'secret.txt'), 'the work of another lesson\n');
  const client = await signIn(server.url);
  const session = await openSession(client, LESSON);
  let edits = 0;
  return {
    server,
    client,
    session,
    folder: join(workspaces, LESSON),
    places: { workspaces, port: new URL(server.url).port },
    async recover() {
      edits += 1;
      const { revision } = await session.edit(goodApi(edits), undefined, 'recovery');
      const live = await session.settled(revision);
      if (live.status !== 'live') throw new Error(`The good API is not live: ${JSON.stringify(live)}`);
      const checks = await session.checked(revision);
      const { sessionId } = session;
      const request = { method: 'GET', path: '/books', headers: {} };
      const answer = await client.session.send({ sessionId, request });
      if (answer.headers['x-edit'] !== String(edits)) throw new Error('Another API answers.');
      const verdicts = Object.fromEntries(checks.verdicts.map(({ checkId, status }) => [checkId, status]));
      return { ms: live.ms ?? Number.NaN, verdicts };
    },
    async restarted() {
      session.leave();
      await server.restart();
      return server.url;
    },
    async close() {
      session.leave();
      await server.stop();
    },
  };
}

/** Whether `text` stands on disk at `path` or in one of the versions that the workbench kept. */
export async function isKept({ client, session, folder, server }: Place, path: string, text: string): Promise<boolean> {
  const onDisk = await readFile(join(folder, path), 'utf8').catch(() => null);
  if (onDisk === text) return true;
  const versions = await client.session.versions({ sessionId: session.sessionId });
  for (const { id, files } of versions) {
    if (!files.includes(path)) continue;
    const stored = await readFile(join(server.home, 'versions', 'hostile', 'fastify', LESSON, `${id}.json`), 'utf8');
    if (stored.includes(JSON.stringify(text))) return true;
  }
  return false;
}

function goodApi(edit: number): string {
  return `import Fastify from 'fastify';

export function buildApp() {
  const app = Fastify();
  app.get('/books', async (_request, reply) => reply.header('x-edit', '${edit}').send([]));
  return app;
}
`;
}
