import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openSession, signIn } from '../../e2e/hosts/workbench-client.ts';
import { startWorkbench } from '../../e2e/hosts/workbench-server.ts';
import { absent, atMost, type Bench, type BenchOptions, type BenchResult } from '../bench.ts';
import { COURSE } from '../edit-to-live/edited-api.ts';
import { type Memory, memoryOf, processTree } from './process-tree.ts';

/** Memory counts as settled when it has changed by less than this (MB) for `STEADY_MS`. */
const STEADY_MB = 2;
const STEADY_MS = 2_000;
const AT_MOST_MS = 20_000;
const STEP_MS = 250;
/** A pool that nobody uses shrinks after a while: it is waited for at most this long. */
const REST_MS = 60_000;

const IDLE = 'server and idle pool';
const SESSION = 'one more session';

/** Resident memory of the server with everything that it started: with a pool at rest, and what each session adds. */
export const memory: Bench = {
  name: 'memory',
  about: 'memory of the server and its idle pool, and of one more session',
  rounds: { full: 1, quick: 1 },
  measure,
};

async function measure({ quick, note }: BenchOptions): Promise<BenchResult> {
  if (process.platform !== 'linux') {
    const why = 'memory is read from /proc, which only Linux has';
    return { series: {}, judged: [absent(IDLE, '<= 300 MB', why), absent(SESSION, '<= 120 MB', why)] };
  }
  const server = await startWorkbench({ course: fileURLToPath(COURSE), pages: false });
  try {
    note('full pool');
    const full = await settled(server.pid);
    note('pool at rest');
    if (!quick) await untilFewer(server.pid, full.processes);
    const idle = await settled(server.pid);
    const client = await signIn(server.url);
    note('one session');
    const first = await openSession(client, 'live-api');
    const one = await settled(server.pid);
    note('two sessions');
    const second = await openSession(client, 'ten-checks');
    const two = await settled(server.pid);
    first.leave();
    second.leave();
    const more = { rss: two.rss - one.rss, pss: two.pss - one.pss };
    return {
      series: {},
      judged: [
        atMost(`${IDLE}, RSS`, idle.rss, 300, 'MB'),
        atMost(`${SESSION}, RSS`, more.rss, 120, 'MB'),
        atMost(`${IDLE}, PSS`, idle.pss, 300, 'MB'),
        atMost(`${SESSION}, PSS`, more.pss, 120, 'MB'),
      ],
      details: { full, idle, one, two },
    };
  } finally {
    await server.stop();
  }
}

/** What the process and its descendants use when that has not changed for a while: rehearsals and checks are over. */
async function settled(pid: number): Promise<Memory> {
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
async function untilFewer(pid: number, processes: number): Promise<void> {
  for (const end = performance.now() + REST_MS; performance.now() < end; ) {
    if ((await processTree(pid)).length < processes) return;
    await setTimeout(STEP_MS);
  }
}

async function now(pid: number): Promise<Memory> {
  return memoryOf(await processTree(pid));
}
