import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { api } from '../../src/contract/api.ts';
import { READY_LINE } from '../../src/contract/ready-line.ts';
import type { Contender } from './contender.ts';
import { COURSE, sourceOf, untilAnswered } from './edited-api.ts';

const SERVER = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url));

type Client = ContractRouterClient<typeof api>;
type Server = { client: Client; close(): Promise<void> };

/** The workbench server itself, used as the renderer uses it: signed in, one session, edits through its API. */
export async function startWorkbench(): Promise<Contender> {
  const { client, close } = await startServer();
  const { sessionId, entry, revision } = await client.session.open({ lessonId: 'live-api', track: 'fastify' });
  const leave = new AbortController();
  const waiting = new Set<{ isIt: (event: SessionEvent) => boolean; found: (event: SessionEvent) => void }>();
  const events = await client.session.events({ sessionId }, { signal: leave.signal });
  read(events, (event) => {
    for (const wait of waiting) if (wait.isIt(event)) wait.found(event);
  }).catch(() => {});
  const next = (isIt: (event: SessionEvent) => boolean) =>
    new Promise<SessionEvent>((found) => {
      const wait = {
        isIt,
        found: (event: SessionEvent) => {
          waiting.delete(wait);
          found(event);
        },
      };
      waiting.add(wait);
    });
  let settled: Promise<unknown> = Promise.resolve();
  return {
    name: 'routewright',
    async edit(edit) {
      const wanted = revision + edit;
      const live = next((event) => event.type === 'live' && event.revision === wanted && event.live.status === 'live');
      settled = next((e) => e.type === 'checks' && e.revision === wanted && e.checks.status === 'done');
      await client.session.edit({ sessionId, path: entry, text: await sourceOf(edit), revision: wanted });
      const event = await live;
      if (event.type !== 'live' || !event.live.url) throw new Error('The session is live without a URL.');
      await untilAnswered(event.live.url, edit);
    },
    settle: async () => {
      await settled;
    },
    async close() {
      leave.abort();
      await close();
    },
  };
}

type SessionEvent = Awaited<ReturnType<Client['session']['events']>> extends AsyncIterable<infer Event> ? Event : never;

async function read(events: AsyncIterable<SessionEvent>, hear: (event: SessionEvent) => void): Promise<void> {
  for await (const event of events) hear(event);
}

async function startServer(): Promise<Server> {
  const home = await mkdtemp(path.join(tmpdir(), 'routewright-bench-'));
  const renderer = path.join(home, 'renderer');
  await mkdir(path.join(renderer, 'docs-frame'), { recursive: true });
  await writeFile(path.join(renderer, 'index.html'), '<!doctype html><title>Bench</title>');
  await writeFile(path.join(renderer, 'docs-frame', 'index.html'), '<!doctype html><title>Bench</title>');
  const options = ['--home', path.join(home, 'home'), '--course', fileURLToPath(COURSE), '--renderer', renderer];
  const child = spawn(process.execPath, [SERVER, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const endWithMe = () => void child.kill('SIGTERM');
  process.once('exit', endWithMe);
  const close = async () => {
    process.off('exit', endWithMe);
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
    await rm(home, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const url = READY_LINE.exec(line)?.[1];
    if (!url) continue;
    const cookie = await signIn(url);
    const link = new RPCLink({ url: `${new URL(url).origin}/rpc`, headers: { cookie } });
    return { client: createORPCClient(link), close };
  }
  throw new Error('The workbench server ended before it served.');
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(url, { redirect: 'manual' });
  const [cookie] = (answer.headers.get('set-cookie') ?? '').split(';');
  if (!cookie) throw new Error(`The workbench did not sign in: ${answer.status}.`);
  return cookie;
}
