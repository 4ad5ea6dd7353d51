import { setTimeout as wait } from 'node:timers/promises';
import { copyCourse } from '../../../e2e/hosts/course-copy.ts';
import { openSession, signIn } from '../../../e2e/hosts/workbench-client.ts';
import { startWorkbench, type WorkbenchServer } from '../../../e2e/hosts/workbench-server.ts';
import { figuresOf } from '../../figures.ts';
import { descendantsOf } from '../learner/descendants.ts';
import { untilGone } from '../learner/process-state.ts';
import type { Row } from '../row.ts';

const TIMES = 50;
const WITHIN_MS = 250;
const GIVE_UP_MS = 5_000;

/** What the learner's API does when the server is killed. */
const SCENES: readonly { name: string; handler: string; settleMs: number }[] = [
  { name: 'idle', handler: 'return [];', settleMs: 200 },
  { name: 'in a busy loop', handler: 'for (;;) {}', settleMs: 200 },
  { name: 'writing logs without end', handler: "for (;;) console.log('x'.repeat(200));", settleMs: 200 },
  {
    name: 'waiting for shared memory',
    handler: 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);',
    settleMs: 200,
  },
  { name: 'while the pool still fills', handler: 'return [];', settleMs: 0 },
];

type Kill = { scene: string; processes: number; left: number; longestMs: number };

export const orphans: Row = {
  number: 11,
  figure: 'Orphans after kill -9 of the server, 50 times',
  target: '0, gone within 250 ms',
  async measure({ quick, note }) {
    const times = quick ? SCENES.length : TIMES;
    const course = await copyCourse();
    const server = await startWorkbench({ course: course.dir, pages: false });
    const kills: Kill[] = [];
    try {
      for (let n = 0; n < times; n += 1) {
        const scene = SCENES[n % SCENES.length];
        if (scene) kills.push(await killed(server, scene));
        note(`${n + 1} of ${times}`);
        await server.restart();
      }
    } finally {
      await server.stop();
      await course.remove();
    }
    const left = kills.reduce((sum, kill) => sum + kill.left, 0);
    const processes = kills.reduce((sum, kill) => sum + kill.processes, 0);
    const { p50, max } = figuresOf(kills.map((kill) => kill.longestMs));
    return {
      status: left === 0 && max < WITHIN_MS && processes >= 2 * times ? 'met' : 'missed',
      measured: `${left} left of ${processes} processes, the last of each gone after ${p50} ms (median), ${max} ms at most`,
      how: `A whole server with a session is killed ${times} times, its API ${SCENES.map((scene) => scene.name).join(', ')}; /proc is read every 2 ms.`,
      details: { kills },
    };
  },
};

async function killed(server: WorkbenchServer, { name, handler, settleMs }: (typeof SCENES)[number]): Promise<Kill> {
  const session = await openSession(await signIn(server.url), 'list-books');
  try {
    const { revision } = await session.edit(app(handler));
    const { url = '' } = await session.settled(revision);
    // They have a process of their own, which is to be over.
    await session.checked(revision);
    fetch(`${url}/stay`).catch(() => {});
    await wait(settleMs);
    const pids = descendantsOf(server.pid);
    const start = performance.now();
    const killed = server.kill();
    const gone = await Promise.allSettled(pids.map((pid) => untilGone(pid, GIVE_UP_MS)));
    await killed;
    const times = gone.map((one) => (one.status === 'fulfilled' ? one.value - start : GIVE_UP_MS));
    const left = gone.filter((one) => one.status === 'rejected').length;
    return { scene: name, processes: pids.length, left, longestMs: Math.max(0, ...times) };
  } finally {
    session.leave();
  }
}

function app(handler: string): string {
  return `import Fastify from 'fastify';

export async function buildApp() {
  const app = Fastify();
  app.get('/stay', async () => {
    ${handler}
  });
  return app;
}
`;
}
