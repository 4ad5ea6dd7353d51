import type { TestEvent } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

type Runner = Pick<typeof import('node:test'), 'run'>;
export type Begun = Extract<TestEvent, { type: 'test:dequeue' }>['data'];
export type Ended = Extract<TestEvent, { type: 'test:complete' }>['data'];
type Listener = (...args: unknown[]) => unknown;

export type FilesToRun = {
  /** Absolute. */
  files: string[];
  cwd: string;
  /** For each test. */
  timeoutMs: number;
  skip: RegExp[];
  onBegun: (test: Begun) => void;
  onEnded: (test: Ended) => void;
};

const LAST = fileURLToPath(new URL('./last-file.mjs', import.meta.url));

/**
 * Runs test files in this process with Node's own runner and resolves when all are through. The runner itself ends only
 * with its process, in a listener for that; here the listener is called when the last test is through, so that another
 * run can follow.
 */
export async function runFiles({ run }: Runner, order: FilesToRun): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const before = new Set<unknown>(process.rawListeners('beforeExit'));
  const stream = run({
    files: [...order.files, LAST],
    cwd: order.cwd,
    isolation: 'none',
    timeout: order.timeoutMs,
    testSkipPatterns: order.skip,
  });
  const endings = process.rawListeners('beforeExit').filter((listener): listener is Listener => !before.has(listener));
  stream.on('test:dequeue', (event) => {
    if (event.name !== LAST) order.onBegun(event);
  });
  stream.on('test:complete', (event) => {
    if (event.name === LAST) resolve();
    else order.onEnded(event);
  });
  stream.resume();
  await promise;
  for (const end of endings) await end(0);
}
