import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, signIn } from '../hosts/workbench-client.ts';
import { LESSON, openPlace, type Place } from './workbench.ts';

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

/** An API that does nothing else for ever from its `n`-th request on, and says when it starts. */
const stallsFrom = (n: number) => `import Fastify from 'fastify';

let requests = 0;
console.log('It runs.');

export function buildApp() {
  const app = Fastify();
  app.get('/books', async () => {
    requests += 1;
    while (requests >= ${n});
    return [];
  });
  return app;
}
`;

test('what had to be killed does not start by itself when the lesson is opened again', async () => {
  const session = await openSession(await signIn(await place.restarted()), LESSON);
  const { revision } = await session.edit(stallsFrom(100));
  const live = await session.settled(revision);
  for (let request = 0; request < 100; request += 1) await fetch(`${live.url}/books`).catch(() => {});
  await session.checked(revision);
  await session.until((event) => event.type === 'live' && event.live.status === 'stopped');
  session.leave();

  const client = await signIn(await place.restarted());
  const again = await openSession(client, LESSON);
  const state = await again.until((event) => event.type === 'snapshot' || event.type === 'live');
  const shown = state.type === 'snapshot' ? state.snapshot.live : state.type === 'live' ? state.live : undefined;
  expect(shown).toMatchObject({ status: 'stopped', failure: { code: 'RW_CODE_STALLED', line: 10 } });
  const first = await client.session.run({ sessionId: again.sessionId });
  expect(await again.settled(first.revision)).toMatchObject({ status: 'live' });
  const lines = again.events.flatMap((event) => (event.type === 'log' ? event.lines.map(() => event.revision) : []));
  expect(lines.every((revision) => revision >= first.revision)).toBe(true);
  again.leave();
});

test('what only the requests of the checks bring to a stall starts again, and is judged again', async () => {
  const session = await openSession(await signIn(await place.restarted()), LESSON);
  const { revision } = await session.edit(stallsFrom(5));
  expect(await session.settled(revision)).toMatchObject({ status: 'live' });
  const checks = await session.checked(revision);
  expect(checks.verdicts.map(({ status }) => status)).toContain('error');
  session.leave();

  const client = await signIn(await place.restarted());
  const again = await openSession(client, LESSON);
  expect((await again.checked(0)).verdicts.map(({ status }) => status)).toContain('error');
  expect((await client.session.open({ lessonId: LESSON, track: 'fastify' })).live).toMatchObject({ status: 'live' });
  again.leave();
});
