import { describe, expect, test } from 'vitest';
import type { SessionEvent, SessionSnapshot } from '../../contract/session.ts';
import { Batch } from './batch.ts';
import { type SentEvent, Subscription } from './subscription.ts';

let revision = 0;
const snapshot = (): SessionSnapshot => ({
  sessionId: 's',
  lessonId: 'l',
  track: 't',
  entry: 'src/app.ts',
  revision,
  files: [],
  folder: '/',
  live: { status: 'none' },
  checks: { status: 'idle', revision: 0, verdicts: [] },
  documents: {
    revision: 0,
    planned: null,
    planProblems: [],
    built: null,
    routes: [],
    contract: { rows: [], planned: 0, built: 0, drifted: 0, extra: 0 },
  },
  tests: { status: 'idle', revision: 0, tests: [], coverage: [], planted: [] },
  lab: { env: {} },
  completed: false,
  answers: {},
  explained: {},
});
const live = (at: number): SessionEvent => ({ type: 'live', revision: at, live: { status: 'live', liveRevision: at } });
const file = (at: number): SessionEvent => ({ type: 'file', revision: at, path: 'a.ts', text: String(at) });
const log = (text: string, dropped = 0): SessionEvent => ({
  type: 'log',
  revision: 1,
  lines: [{ at: 0, stream: 'stdout', text }],
  dropped,
});

async function rest(subscription: Subscription, events: AsyncGenerator<SentEvent, void, void>): Promise<SentEvent[]> {
  subscription.push({ type: 'completed', revision: 99, lessonId: 'last' });
  const got: SentEvent[] = [];
  for await (const event of events) {
    if (event.type === 'completed') break;
    got.push(event);
  }
  return got;
}

describe('a reader', () => {
  test('gets a snapshot first, then what happens, and is woken when it waits', async () => {
    const subscription = new Subscription(snapshot);
    const events = subscription.read(undefined);
    expect((await events.next()).value).toMatchObject({ type: 'snapshot' });
    const waiting = events.next();
    subscription.push(file(1));
    expect((await waiting).value).toEqual(file(1));
  });

  test('that is slow gets the newest state, all lines, and all files in order', async () => {
    const subscription = new Subscription(snapshot);
    const events = subscription.read(undefined);
    await events.next();
    for (const event of [live(1), log('one'), log('two', 3), live(2), file(3), file(4)]) subscription.push(event);
    const got = await rest(subscription, events);
    expect(got.map((event) => event.type)).toEqual(['log', 'live', 'file', 'file']);
    expect(got[0]).toMatchObject({ lines: [{ text: 'one' }, { text: 'two' }], dropped: 3 });
    expect(got[1]).toEqual(live(2));
  });

  test('that is far behind gets one snapshot for all', async () => {
    const subscription = new Subscription(snapshot);
    const events = subscription.read(undefined);
    await events.next();
    subscription.push(log('kept'));
    for (revision = 1; revision <= 1_000; revision += 1) subscription.push(file(revision));
    const got = await rest(subscription, events);
    expect(got.length).toBeLessThanOrEqual(101);
    expect(got.slice(0, 2)).toMatchObject([{ type: 'snapshot' }, { type: 'log', lines: [{ text: 'kept' }] }]);
    expect(got.at(-1)).toEqual(file(1_000));
  });

  test('that waits is let go when it aborts, and when the session ends', async () => {
    const leaving = new AbortController();
    const first = new Subscription(snapshot).read(leaving.signal);
    await first.next();
    const waiting = first.next();
    leaving.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });

    const subscription = new Subscription(snapshot);
    const second = subscription.read(undefined);
    await second.next();
    const ending = second.next();
    subscription.end();
    expect(await ending).toEqual({ done: true, value: undefined });
  });
});

describe('a batch', () => {
  test('hands on what came within its time, once', async () => {
    const flushed = Promise.withResolvers<number[]>();
    const batch = new Batch<number>(flushed.resolve, 1);
    batch.add([1, 2]);
    batch.add([3]);
    expect(await flushed.promise).toEqual([1, 2, 3]);
  });

  test('keeps the newest and counts what it drops, and what was dropped before', () => {
    const got: { items: number[]; dropped: number }[] = [];
    const batch = new Batch<number>((items, dropped) => got.push({ items, dropped }), 60_000, 3);
    batch.add([1, 2], 10);
    batch.add([3, 4]);
    batch.add([5, 6, 7, 8, 9]);
    batch.flush();
    batch.flush();
    expect(got).toEqual([{ items: [7, 8, 9], dropped: 16 }]);
  });
});
