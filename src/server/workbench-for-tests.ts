import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { api } from '../contract/api.ts';
import { KEY_FRAGMENT, KEY_HEADER } from '../contract/sign-in.ts';
import type { SentEvent } from './session/subscription.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

export const GOOD_COURSE = join(import.meta.dirname, '../../e2e/fixtures/good');

export type Client = ContractRouterClient<typeof api>;

/** A new folder for one test; remove it with `rm`. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'routewright-test-'));
}

/** A renderer of one page, since tests of the server need no more. */
export async function smallRenderer(folder: string): Promise<string> {
  const renderer = join(folder, 'renderer');
  await mkdir(join(renderer, 'assets'), { recursive: true });
  await mkdir(join(renderer, 'docs-frame'), { recursive: true });
  await writeFile(
    join(renderer, 'index.html'),
    '<!doctype html><title>Workbench</title><script src="/assets/a.js"></script>',
  );
  await writeFile(join(renderer, 'assets/a.js'), 'document.title = "runs";');
  await writeFile(join(renderer, 'docs-frame/index.html'), '<!doctype html><title>Docs</title>');
  return renderer;
}

/** The headers of a call of a page that is signed in. */
export type SignedIn = { cookie: string; [KEY_HEADER]: string };

/** Opens the printed address as a browser does. */
export async function signIn(workbench: Pick<Workbench, 'origin' | 'token'>): Promise<SignedIn> {
  const answer = await fetch(`${workbench.origin}/?token=${workbench.token}`, { redirect: 'manual' });
  const [cookie] = (answer.headers.get('set-cookie') ?? '').split(';');
  if (!cookie) throw new Error(`no cookie, but ${answer.status}`);
  const [, key = ''] = (answer.headers.get('location') ?? '').split(KEY_FRAGMENT);
  return { cookie, [KEY_HEADER]: key };
}

export function clientOf(workbench: Pick<Workbench, 'origin'>, headers: SignedIn): Client {
  return createORPCClient(new RPCLink({ url: `${workbench.origin}/rpc`, headers }));
}

export type Opened = {
  workbench: Workbench;
  client: Client;
  cookie: string;
  headers: SignedIn;
  folder: string;
  home: string;
};

/** A whole workbench on a free port with a home of its own, or on the home of an earlier one. */
export async function openWorkbench(options: { folder: string; course?: string; idleMs?: number }): Promise<Opened> {
  const home = join(options.folder, 'home');
  const workbench = await startWorkbench({
    home,
    course: options.course ?? GOOD_COURSE,
    renderer: await smallRenderer(options.folder),
    port: 0,
    idleMs: options.idleMs,
  });
  const headers = await signIn(workbench);
  const { cookie } = headers;
  return { workbench, client: clientOf(workbench, headers), cookie, headers, folder: options.folder, home };
}

/** Reads a session's events and waits for some of them. */
export class Followed {
  readonly all: SentEvent[] = [];
  #changed = Promise.withResolvers<void>();
  #leave = new AbortController();
  ended = false;

  static async of(client: Client, sessionId: string): Promise<Followed> {
    const followed = new Followed();
    const events = await client.session.events({ sessionId }, { signal: followed.#leave.signal });
    void followed.#read(events);
    return followed;
  }

  /** The first event, past or to come, for which `test` holds. Rejects when the stream ends without one. */
  async until<T extends SentEvent>(test: (event: SentEvent) => event is T): Promise<T>;
  async until(test: (event: SentEvent) => boolean): Promise<SentEvent>;
  async until(test: (event: SentEvent) => boolean): Promise<SentEvent> {
    for (let next = 0; ; ) {
      for (; next < this.all.length; next += 1) {
        const event = this.all[next];
        if (event && test(event)) return event;
      }
      if (this.ended) throw new Error(`the events ended; there were: ${this.all.map((event) => event.type).join(' ')}`);
      await this.#changed.promise;
    }
  }

  leave(): void {
    this.#leave.abort();
  }

  async #read(events: AsyncIterable<SentEvent>): Promise<void> {
    try {
      for await (const event of events) {
        this.all.push(event);
        this.#tell();
      }
    } catch {
      // The reader left, or the server ended.
    }
    this.ended = true;
    this.#tell();
  }

  #tell(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
  }
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
