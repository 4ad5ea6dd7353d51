import { fileURLToPath } from 'node:url';
import { openSession, signIn } from '../../e2e/hosts/workbench-client.ts';
import { startWorkbench } from '../../e2e/hosts/workbench-server.ts';
import { absent, atMost, type Bench, type BenchOptions, type BenchResult } from '../bench.ts';
import { COURSE } from '../edit-to-live/edited-api.ts';
import { settledMemory, untilFewer } from './settled-memory.ts';

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
    const full = await settledMemory(server.pid);
    note('pool at rest');
    if (!quick) await untilFewer(server.pid, full.processes);
    const idle = await settledMemory(server.pid);
    const client = await signIn(server.url);
    note('one session');
    const first = await openSession(client, 'live-api');
    const one = await settledMemory(server.pid);
    note('two sessions');
    const second = await openSession(client, 'ten-checks');
    const two = await settledMemory(server.pid);
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
