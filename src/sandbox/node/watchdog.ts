import { Worker } from 'node:worker_threads';
import { errorMessage } from '../../contract/errors.ts';
import { LIMITS } from '../../contract/limits.ts';
import { type Counter, openCounter } from './testing/profiler.ts';
import type { Workspace } from './workspace.ts';

/** How often this thread shows that its event loop turns. */
const BEAT_MS = 50;
const MIB = 1024 * 1024;

/** A thread of this process that learner code can neither reach nor hold up. */
export type Watchdog = {
  /** From now on the process is ended, with a report, when it blocks for `LIMITS.stallMs` or takes too much memory. */
  watch(workspace: Workspace): void;
  /** Counts what learner code runs; connected while the inspector was allowed. */
  counter: Counter;
};

/**
 * Starts the thread. From then on the process also ends when its parent is gone, whatever the main thread does.
 * Resolves when it watches; then workers and the inspector are not allowed any more in this process, for good.
 */
export async function startWatchdog(): Promise<Watchdog> {
  const beat = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Worker(new URL('./watchdog-thread.mjs', import.meta.url), {
    // Without its own execArgv the thread would load what this process was told to load first.
    execArgv: [],
    env: {},
    workerData: {
      beat,
      parent: process.ppid,
      stallMs: LIMITS.stallMs,
      rssBytes: LIMITS.residentMiB * MIB,
      heapBytes: LIMITS.heapMiB * MIB,
      stalled: failure('RW_CODE_STALLED', { ms: LIMITS.stallMs }),
      resident: failure('RW_CODE_MEMORY', { limit: LIMITS.residentMiB }),
      heap: failure('RW_CODE_MEMORY', { limit: LIMITS.heapMiB }),
    },
  });
  // A process that ends while its thread still starts is aborted by Node.
  await new Promise<void>((resolve, reject) => thread.once('message', resolve).once('error', reject));
  thread.unref();
  const { add } = Atomics;
  setInterval(() => add(beat, 0, 1), BEAT_MS).unref();
  const counter = openCounter();
  process.permission?.drop('worker');
  process.permission?.drop('inspector');
  // Nor does a natural end reach its thread in time.
  process.on('beforeExit', () => process.exit());
  return { counter, watch: (workspace) => thread.postMessage({ workspace: workspace.url }) };
}

function failure(code: 'RW_CODE_STALLED' | 'RW_CODE_MEMORY', values: Record<string, number>) {
  return { code, message: errorMessage(code, values) };
}
