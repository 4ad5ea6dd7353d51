import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { StartFailure } from '../../../src/contract/sandbox.ts';
import { openPlace, type Place } from '../../../src/server/sandbox/place.test-support.ts';
import type { RunningApi } from '../../../src/server/sandbox/pool.ts';
import { StartFailedError } from '../../../src/server/sandbox/start-failed-error.ts';
import { startHogs } from '../learner/hogs.ts';
import type { Row } from '../row.ts';

const HOGS = 16;
const FOR_MS = 600_000;
const QUICK_MS = 30_000;
/** How often a fresh process takes the place of the one that answers. */
const RESTART_MS = 20_000;
const BETWEEN_MS = 50;

/** Answers at once, or after some work; and knows how long it did not come to its turn. */
const APP = `import Fastify from 'fastify';

export async function buildApp() {
  let last = performance.now();
  let longest = 0;
  setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 10);
  const app = Fastify();
  app.get('/', async () => {
    let sum = 0;
    for (let n = 0; n < 5_000_000; n += 1) sum += n % 7;
    return { longest, sum };
  });
  return app;
}
`;

const Answer = z.object({ longest: z.number() });

export const falseAlarms: Row = {
  number: 7,
  figure: 'False alarms in 10 minutes with 16 CPU hogs',
  target: '0',
  async measure({ quick, note }) {
    const place = await openPlace(1);
    const hogs = await startHogs(HOGS);
    const end = performance.now() + (quick ? QUICK_MS : FOR_MS);
    const alarms: (StartFailure | undefined)[] = [];
    let starts = 0;
    let answers = 0;
    let longest = 0;
    try {
      while (performance.now() < end) {
        starts += 1;
        const api = await started(place, (failure) => alarms.push(failure));
        if (!api) continue;
        const stint = await ask(api, Math.min(end, performance.now() + RESTART_MS));
        answers += stint.answers;
        longest = Math.max(longest, stint.longest);
        await api.stop();
        const { reason, failure } = await api.ended;
        if (reason !== 'stopped') alarms.push(failure);
        note(`${alarms.length} alarms, ${answers} answers, ${Math.round((end - performance.now()) / 1_000)} s to go`);
      }
    } finally {
      await hogs.end();
      await place.close();
    }
    return {
      status: alarms.length === 0 && answers > 0 ? 'met' : 'missed',
      measured: `${alarms.length} in ${quick ? QUICK_MS / 1_000 : FOR_MS / 1_000} s, ${starts} starts and ${answers} answers; longest gap ${Math.round(longest)} ms`,
      how: `${HOGS} processes that never rest; a learner's API is started anew every ${RESTART_MS / 1_000} s and asked every ${BETWEEN_MS} ms for something that costs a few ms. An end or a refused start is an alarm.`,
      details: { alarms, starts, answers, longest },
    };
  },
};

async function started(place: Place, onAlarm: (failure: StartFailure) => void): Promise<RunningApi | undefined> {
  try {
    return await place.run(APP);
  } catch (error) {
    if (!(error instanceof StartFailedError)) throw error;
    onAlarm(error.failure);
    return undefined;
  }
}

/** Asks until then, or until the API is gone. */
async function ask({ url, ended }: RunningApi, until: number): Promise<{ answers: number; longest: number }> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  let answers = 0;
  let longest = 0;
  while (!over && performance.now() < until) {
    const answer = await fetch(url).then(
      (response) => response.json(),
      () => undefined,
    );
    if (answer !== undefined) {
      answers += 1;
      longest = Math.max(longest, Answer.parse(answer).longest);
    }
    await wait(BETWEEN_MS);
  }
  return { answers, longest };
}
