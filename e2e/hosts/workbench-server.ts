import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pinnedNode, ROOT } from '../../scripts/setup/pinned-node.mjs';
import { READY_LINE } from '../../src/contract/ready-line.ts';

/** A real workbench server on a home folder of its own. */
export type WorkbenchServer = {
  /** With the one-time token of the current start; each start makes a new one. */
  readonly url: string;
  /** Everything that the server keeps lies below it. */
  readonly home: string;
  /** All that it wrote to stderr, for a failing test. */
  readonly errors: () => string;
  /** Ends the server and starts it again on the same home and port; `between` happens while it is down. */
  restart(between?: () => Promise<void>): Promise<void>;
  /** Ends the server; the home folder is removed unless it was given. */
  stop(): Promise<void>;
};

/** What is preloaded to cut the server's own network. */
export const LOOPBACK_ONLY = new URL('./loopback-only.ts', import.meta.url).href;

/**
 * Starts `src/server/main.ts` on the pinned Node and waits for its ready line.
 * @param options `course`: a course folder, default the bundled one. `home`: default a new temporary folder.
 * @throws when the server ends before it serves, with what it wrote to stderr
 */
export async function startWorkbench(options: { course?: string; home?: string } = {}): Promise<WorkbenchServer> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'routewright-e2e-')));
  let errors = '';
  const start = async (port: number) => {
    const args = ['--home', home, '--port', String(port), '--parent-stdin'];
    if (options.course !== undefined) args.push('--course', options.course);
    const child = spawn(pinnedNode(), ['--import', LOOPBACK_ONLY, join(ROOT, 'src/server/main.ts'), ...args], {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      errors += chunk;
    });
    try {
      return { child, url: await readyUrl(child) };
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
    home,
    errors: () => errors,
    async restart(between) {
      const port = Number(new URL(current.url).port);
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

function readyUrl(child: ChildProcess): Promise<string> {
  const { stdout } = child;
  if (stdout === null) throw new Error('It has no stdout.');
  return new Promise((resolve, reject) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const url = READY_LINE.exec(line)?.[1];
      if (url !== undefined) resolve(url);
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
