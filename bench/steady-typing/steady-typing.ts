import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Client, openSession, type SessionDriver, signIn } from '../../e2e/hosts/workbench-client.ts';
import { atMost, type Bench, type BenchOptions, type BenchResult } from '../bench.ts';
import { COURSE, sourceOf, untilAnswered } from '../edit-to-live/edited-api.ts';
import { figuresOf } from '../figures.ts';
import { untilOpened } from '../pace.ts';
import { startListened } from '../profile/listened-server.ts';
import { waitsOf } from './waits.ts';

/** Five edits a second, for this long. */
const EVERY_MS = 200;
const SECONDS = { full: 60, quick: 10 };

/**
 * Someone types without a pause that lets the pool catch up. For each edit: how long it, or a newer one in its place,
 * waited for a process; whether it was saved; and whether the last one is what answers at the end.
 */
export const steadyTyping: Bench = {
  name: 'steady-typing',
  about: 'five edits a second for a minute: waits for a process, edits lost, whether the last one wins',
  rounds: { full: 1, quick: 1 },
  measure,
};

async function measure({ quick, note }: BenchOptions): Promise<BenchResult> {
  const edits = (SECONDS[quick ? 'quick' : 'full'] * 1_000) / EVERY_MS;
  const server = await startListened(fileURLToPath(COURSE));
  try {
    const client = await signIn(server.url);
    const session = await openSession(client, 'ten-checks');
    await untilOpened(session);
    const before = (await server.hops()).length;
    const { saves, lives } = await typeSteadily(client, session, edits, note);
    const wins = await lastWins(session, edits);
    session.leave();
    await server.stop();
    const waits = waitsOf((await server.hops()).slice(before).flat());
    const waiting = figuresOf(waits);
    return {
      series: {
        'wait for a process': waiting,
        'save confirmed': figuresOf(saves),
        'live, it or a newer one': figuresOf(lives),
      },
      judged: [
        atMost('longest wait for a process', waiting.max, 300, 'ms'),
        atMost('edits not saved', edits - saves.length, 0, 'lost'),
        atMost('last edits that did not win', wins ? 0 : 1, 0, 'lost'),
      ],
      details: { edits, asked: waits.length },
    };
  } finally {
    await server.stop();
    await server.remove();
  }
}

/**
 * Sends edit after edit by the clock, whatever became of those before. Resolves when all are settled, with the ms that
 * each save took, and each edit until it or a newer one was live.
 */
async function typeSteadily(client: Client, session: SessionDriver, edits: number, note: (text: string) => void) {
  const { sessionId, entry } = session;
  const texts = await Promise.all(Array.from({ length: edits }, (_, index) => sourceOf(index + 1)));
  const saves: number[] = [];
  const lives: number[] = [];
  const pending: Promise<unknown>[] = [];
  const start = performance.now();
  for (const [index, text] of texts.entries()) {
    await setTimeout(Math.max(0, start + index * EVERY_MS - performance.now()));
    const revision = index + 1;
    const at = performance.now();
    const save = client.session.edit({ sessionId, path: entry, text, revision });
    const live = session.until(
      ({ type, ...event }) =>
        type === 'live' &&
        'live' in event &&
        event.live.status === 'live' &&
        (event.live.liveRevision ?? 0) >= revision,
    );
    pending.push(
      save.then(() => saves.push(performance.now() - at)),
      live.then(() => lives.push(performance.now() - at)),
    );
    note(`edit ${revision}`);
  }
  await Promise.allSettled(pending);
  return { saves, lives };
}

/** Whether what answers in the end is what was typed last. */
async function lastWins(session: SessionDriver, edits: number): Promise<boolean> {
  const { url } = await session.settled(edits);
  await session.checked(edits);
  return untilAnswered(url ?? '', edits).then(
    () => true,
    () => false,
  );
}
