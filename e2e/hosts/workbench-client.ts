import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { api } from '../../src/contract/api.ts';
import type { ChecksState, LiveState } from '../../src/contract/session.ts';
import { KEY_FRAGMENT, KEY_HEADER } from '../../src/contract/sign-in.ts';

/** The server's API as the renderer calls it. */
export type Client = ContractRouterClient<typeof api>;

type Events = Awaited<ReturnType<Client['session']['events']>>;
export type SessionEvent = Events extends AsyncIterable<infer Event> ? Event : never;

/** One open lesson, driven without a browser. */
export type SessionDriver = {
  readonly sessionId: string;
  readonly entry: string;
  /** Every event since the session was opened. */
  readonly events: readonly SessionEvent[];
  /**
   * Saves `text` as the next revision; resolves when it is durable. `path`: default the entry. An edit by another
   * `window` keeps what it replaces as a version.
   */
  edit(text: string, path?: string, window?: string): Promise<{ revision: number; savedAt: number }>;
  /** The first event, past or to come, that `isIt` names. Rejects after `withinMs` (default 20 s). */
  until(isIt: (event: SessionEvent) => boolean, withinMs?: number): Promise<SessionEvent>;
  /** How the start of `revision` ended: live, failed or stopped. */
  settled(revision: number, withinMs?: number): Promise<LiveState>;
  /** The verdicts of `revision` when its check run is done. */
  checked(revision: number, withinMs?: number): Promise<ChecksState>;
  /** Stops listening; the server closes a session that nobody listens to after a while. */
  leave(): void;
};

/** The headers by which a call shows that it is signed in. */
export type SignedIn = { cookie: string; [KEY_HEADER]: string };

/** Exchanges the one-time token in `url` for the cookie and the key, as a browser does. Throws when it is refused. */
export async function exchangeToken(url: string): Promise<SignedIn> {
  const answer = await fetch(url, { redirect: 'manual' });
  const [cookie] = (answer.headers.get('set-cookie') ?? '').split(';');
  if (!cookie) throw new Error(`The workbench did not sign in: ${answer.status}.`);
  const [, key = ''] = (answer.headers.get('location') ?? '').split(KEY_FRAGMENT);
  return { cookie, [KEY_HEADER]: key };
}

/** The server at `url`, called with these headers. */
export function clientOf(url: string, headers: SignedIn): Client {
  return createORPCClient(new RPCLink({ url: `${new URL(url).origin}/rpc`, headers }));
}

/** Signs in at `url`, which holds the one-time token. Throws when it is refused. */
export async function signIn(url: string): Promise<Client> {
  return clientOf(url, await exchangeToken(url));
}

export async function openSession(client: Client, lessonId: string, track = 'fastify'): Promise<SessionDriver> {
  const snapshot = await client.session.open({ lessonId, track });
  const { sessionId, entry } = snapshot;
  let { revision } = snapshot;
  const leave = new AbortController();
  const events: SessionEvent[] = [];
  const waiting = new Set<(event: SessionEvent) => void>();
  const stream = await client.session.events({ sessionId }, { signal: leave.signal });
  void read(stream, (event) => {
    events.push(event);
    // A change outside takes a revision too.
    if (event.type === 'file' || event.type === 'conflict') revision = Math.max(revision, event.revision);
    for (const hear of waiting) hear(event);
  });
  const until: SessionDriver['until'] = (isIt, withinMs = 20_000) => {
    const { promise, resolve, reject } = Promise.withResolvers<SessionEvent>();
    const past = events.find(isIt);
    if (past) return Promise.resolve(past);
    const hear = (event: SessionEvent) => isIt(event) && resolve(event);
    const timer = setTimeout(() => reject(new Error(`Not seen within ${withinMs} ms: ${isIt}`)), withinMs);
    waiting.add(hear);
    return promise.finally(() => {
      clearTimeout(timer);
      waiting.delete(hear);
    });
  };
  return {
    sessionId,
    entry,
    events,
    until,
    async edit(text, path = entry, window = '') {
      const saved = await client.session.edit({ sessionId, path, text, revision: revision + 1, window });
      revision = saved.revision;
      return saved;
    },
    async settled(wanted, withinMs) {
      const event = await until((one) => one.type === 'live' && one.revision === wanted && isOver(one.live), withinMs);
      if (event.type !== 'live') throw new Error('Another event was found.');
      return event.live;
    },
    async checked(wanted, withinMs) {
      const isDone = (one: SessionEvent) =>
        one.type === 'checks' && one.revision === wanted && one.checks.status === 'done';
      const event = await until(isDone, withinMs);
      if (event.type !== 'checks') throw new Error('Another event was found.');
      return event.checks;
    },
    leave: () => leave.abort(),
  };
}

function isOver(live: LiveState): boolean {
  return ['live', 'failed', 'stopped'].includes(live.status);
}

/** Until the stream ends or is left. */
async function read(stream: Events, hear: (event: SessionEvent) => void): Promise<void> {
  try {
    for await (const event of stream) hear(event);
  } catch {
    // Left, or the server is gone: whoever waits is told by the time limit.
  }
}
