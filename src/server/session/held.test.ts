import { afterEach, beforeEach, expect, test } from 'vitest';
import { Followed, type Opened, openWorkbench, removeFolder, temporaryFolder } from '../workbench-for-tests.ts';
import type { SentEvent } from './subscription.ts';

const LIST = { lessonId: 'list-books', track: 'fastify' };
const ENTRY = 'src/app.ts';

let folder: string;
let opened: Opened;
beforeEach(async () => {
  folder = await temporaryFolder();
  opened = await openWorkbench({ folder });
});
afterEach(async () => {
  await opened.workbench.close();
  await removeFolder(folder);
});

/** `begin` stands at the start of buildApp, `answer` in the route that the lesson's check calls. */
const api = ({ begin = '', answer = '' }) => `import Fastify from 'fastify';
export async function buildApp() {
  ${begin}
  const app = Fastify();
  app.get('/api/v1/books', async () => {
    ${answer}
    return { status: 'success', message: 'Here they are', data: [] };
  });
  return app;
}
`;

const isLive = (revision: number, status: string) => (event: SentEvent) =>
  event.type === 'live' && event.revision === revision && event.live.status === status;
const isJudged = (revision: number) => (event: SentEvent) =>
  event.type === 'snapshot'
    ? event.snapshot.revision === revision && event.snapshot.checks.status === 'done'
    : event.type === 'checks' && event.revision === revision && event.checks.status === 'done';

async function write(text: string, until: (event: SentEvent) => boolean): Promise<void> {
  const { sessionId } = await opened.client.session.open(LIST);
  const events = await Followed.of(opened.client, sessionId);
  await opened.client.session.edit({ sessionId, path: ENTRY, text, revision: 1 });
  await events.until(until);
}

/** Opens the lesson in a workbench that was started anew, and waits until it has been judged. */
async function openedAgain(): Promise<{ sessionId: string; events: Followed }> {
  await opened.workbench.close();
  opened = await openWorkbench({ folder });
  const { sessionId } = await opened.client.session.open(LIST);
  const events = await Followed.of(opened.client, sessionId);
  await events.until(isJudged(0));
  return { sessionId, events };
}

test('code that had to be killed is not run again by itself, only when it is edited or run', async () => {
  await write(api({ begin: 'for (;;) {}' }), isLive(1, 'failed'));
  const { sessionId, events } = await openedAgain();
  const held = await opened.client.session.open(LIST);
  expect(held.live).toMatchObject({ status: 'stopped', held: true, failure: { code: 'RW_CODE_STALLED' } });
  expect(events.all.some((event) => event.type === 'live' && event.live.status === 'starting')).toBe(false);
  // A person mends it, and it runs.
  await opened.client.session.edit({ sessionId, path: ENTRY, text: api({}), revision: 1 });
  await events.until(isLive(1, 'live'));
});

test('code that only a request of a check brings to a stall runs again', async () => {
  await write(api({ answer: 'for (;;) {}' }), isJudged(1));
  await openedAgain();
  const { live, checks } = await opened.client.session.open(LIST);
  expect(live).toMatchObject({ status: 'live' });
  expect(checks.verdicts.find(({ checkId }) => checkId === 'lists')).toMatchObject({ status: 'error' });
});
