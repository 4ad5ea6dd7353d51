import { setTimeout } from 'node:timers/promises';
import { type Memory, memoryOf, processTree } from './process-tree.ts';

/** Memory counts as settled when it has changed by less than this (MB) for `STEADY_MS`. */
const STEADY_MB = 2;
const STEADY_MS = 2_000;
const AT_MOST_MS = 20_000;
const STEP_MS = 250;
/** A pool that nobody uses shrinks after a while: it is waited for at most this long. */
const REST_MS = 60_000;

/** What the process and its descendants use when that has not changed for a while: rehearsals and checks are over. */
export async function settledMemory(pid: number): Promise<Memory> {
  let last = await now(pid);
  let since = performance.now();
  for (const end = since + AT_MOST_MS; performance.now() < end && performance.now() - since < STEADY_MS; ) {
    await setTimeout(STEP_MS);
    const next = await now(pid);
    if (next.processes === last.processes && Math.abs(next.rss - last.rss) < STEADY_MB) continue;
    last = next;
    since = performance.now();
  }
  return now(pid);
}

/** Resolves when fewer processes are there, or after `REST_MS`: then nothing rests, and that is what is measured. */
export async function untilFewer(pid: number, processes: number): Promise<void> {
  for (const end = performance.now() + REST_MS; performance.now() < end; ) {
    if ((await processTree(pid)).length < processes) return;
    await setTimeout(STEP_MS);
  }
}

async function now(pid: number): Promise<Memory> {
  return memoryOf(await processTree(pid));
}
