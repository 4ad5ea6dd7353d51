import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { pinnedNode, ROOT } from '../../scripts/setup/pinned-node.mjs';
import { READY_LINE } from '../../src/contract/ready-line.ts';

/** A real workbench server on a home folder of its own. */
export type WorkbenchServer = {
  /** With the one-time token of the current start; each start makes a new one. */
  readonly url: string;
  /** Where it listens, without a path; behind a proxy another place than `url`. */
  readonly local: string;
  /** Everything that the server keeps lies below it. */
  readonly home: string;
  readonly pid: number;
  /** All that it wrote to stderr, for a failing test. */
  readonly errors: () => string;
  /** The longest time (ms) for which its event loop was held up since the last call. Needs `measured`. */
  longestTurn(): Promise<number>;
  /** Ends it at once with SIGKILL, or its whole process group (needs `ownGroup`); resolves when it is gone. */
  kill(what?: 'process' | 'group'): Promise<void>;
  /** Starts it again on the same home and port; one that still runs is ended first. `between` happens while it is down. */
  restart(between?: () => Promise<void>): Promise<void>;
  /** Ends the server; the home folder is removed unless it was given. */
  stop(): Promise<void>;
};

export type WorkbenchOptions = {
  /** A course folder; default the bundled one. */
  course?: string;
  /** The lesson to open. */
  lesson?: string;
  /** Where a reverse proxy offers it. */
  publicUrl?: string;
  /** Default a new temporary folder. */
  home?: string;
  /** False: without the built pages, for what uses the server's API only. Default true: those in $E2E_PAGES, if it is set. */
  pages?: boolean;
  /** True: `longestTurn` works. */
  measured?: boolean;
  /** URLs of modules that the server loads before its own, for what measures it from inside. */
  preload?: readonly string[];
  /** True: the server leads a process group of its own. */
  ownGroup?: boolean;
};

/** What is preloaded to cut the server's own network. */
export const LOOPBACK_ONLY = new URL('./loopback-only.ts', import.meta.url).href;
const LOOP_GAP = new URL('./loop-gap.ts', import.meta.url).href;

const LoopGap = z.strictObject({ longestMs: z.number() });

/**
 * Starts `src/server/main.ts` on the pinned Node and waits for its ready line.
 * @throws when the server ends before it serves, with what it wrote to stderr
 */
export async function startWorkbench(options: WorkbenchOptions = {}): Promise<WorkbenchServer> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'routewright-e2e-')));
  let errors = '';
  const start = async (port: number) => {
    const child = spawn(pinnedNode(), await argumentsFor(options, home, port), {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'pipe', ...(options.measured ? (['ipc'] as const) : [])],
      detached: options.ownGroup === true,
    });
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      errors += chunk;
    });
    try {
      return { child, ...(await ready(child, options.publicUrl !== undefined)) };
    } catch (error) {
      await end(child);
      if (options.home === undefined) await rm(home, { recursive: true, force: true });
      throw new Error(`The server did not start. ${error instanceof Error ? error.message : ''}\n${errors}`);
    }
  };
  let current = await start(0);
  return {
    get url() {
      return current.url;
    },
    get local() {
      return current.local;
    },
    get pid() {
      return pidOf(current.child);
    },
    home,
    errors: () => errors,
    async longestTurn() {
      const answer = once(current.child, 'message');
      current.child.send('how long');
      const [message]: unknown[] = await answer;
      return LoopGap.parse(message).longestMs;
    },
    async kill(what = 'process') {
      const closed = once(current.child, 'close');
      process.kill(what === 'group' ? -pidOf(current.child) : pidOf(current.child), 'SIGKILL');
      await closed;
    },
    async restart(between) {
      const port = Number(new URL(current.local).port);
      await end(current.child);
      await between?.();
      current = await start(port);
    },
    async stop() {
      await end(current.child);
      if (options.home === undefined) await rm(home, { recursive: true, force: true });
    },
  };
}

async function argumentsFor(options: WorkbenchOptions, home: string, port: number): Promise<string[]> {
  const preloaded = [LOOPBACK_ONLY, ...(options.measured ? [LOOP_GAP] : []), ...(options.preload ?? [])];
  const args = ['--home', home, '--port', String(port), '--parent-stdin'];
  if (options.course !== undefined) args.push('--course', options.course);
  if (options.lesson !== undefined) args.push('--lesson', options.lesson);
  if (options.publicUrl !== undefined) args.push('--public-url', options.publicUrl);
  const pages = options.pages === false ? await emptyPages(home) : process.env.E2E_PAGES;
  if (pages) args.push('--renderer', pages);
  return [...preloaded.flatMap((url) => ['--import', url]), join(ROOT, 'src/server/main.ts'), ...args];
}

async function emptyPages(home: string): Promise<string> {
  const pages = join(home, 'no-pages');
  await mkdir(join(pages, 'docs-frame'), { recursive: true });
  for (const page of ['index.html', 'docs-frame/index.html']) {
    await writeFile(join(pages, page), '<!doctype html><title>Empty</title>');
  }
  return pages;
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('The server has no process.');
  return child.pid;
}

/** What it says about itself behind a proxy, in two lines. */
const BEHIND_A_PROXY = [/^Workbench ready at (\S+)$/, /^It waits for its reverse proxy at (\S+)$/] as const;

function ready(child: ChildProcess, isBehindProxy: boolean): Promise<{ url: string; local: string }> {
  const { stdout } = child;
  if (stdout === null) throw new Error('It has no stdout.');
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    createInterface({ input: stdout }).on('line', (line) => {
      lines.push(line);
      const [url, local] = (isBehindProxy ? BEHIND_A_PROXY : [READY_LINE, READY_LINE]).map(
        (said) => lines.map((one) => said.exec(one)?.[1]).find((found) => found !== undefined) ?? '',
      );
      if (url && local) resolve({ url, local: new URL(local).origin });
    });
    child.once('close', () => reject(new Error('It ended before it served.')));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await closed;
  clearTimeout(timer);
}
