import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SentRequest } from '../../contract/evidence.ts';
import {
  Followed,
  GOOD_COURSE,
  type Opened,
  openWorkbench,
  removeFolder,
  temporaryFolder,
} from '../workbench-for-tests.ts';

const LIST = { lessonId: 'list-books', track: 'fastify' };
const ENTRY = 'src/app.ts';
const LAB = `lab:
  database: true
  tls: true
  origins: true
  secrets: [JWT_SECRET]
  env: { GREETING: hello }`;

const COUNTING = `import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import Fastify from 'fastify';
const pem = (name: string) => readFileSync(process.env[name] ?? '');
export async function buildApp() {
  const db = new DatabaseSync(process.env.DATABASE_FILE ?? '');
  db.exec('CREATE TABLE IF NOT EXISTS visits (id INTEGER PRIMARY KEY)');
  const app = Fastify({ https: { cert: pem('TLS_CERT_FILE'), key: pem('TLS_KEY_FILE') } });
  app.get('/api/v1/books', async () => ({ data: [] }));
  app.get('/visit', async () => {
    db.exec('INSERT INTO visits DEFAULT VALUES');
    return db.prepare('SELECT count(*) AS visits FROM visits').get();
  });
  return app;
}
`;

let folder: string;
let opened: Opened;
beforeEach(async () => {
  folder = await temporaryFolder();
  const course = join(folder, 'course');
  await cp(GOOD_COURSE, course, { recursive: true });
  const lesson = join(course, 'build/list-books/lesson.md');
  await writeFile(lesson, (await readFile(lesson, 'utf8')).replace('minutes: 2', `minutes: 2\n${LAB}`));
  opened = await openWorkbench({ folder, course });
});
afterEach(async () => {
  await opened.workbench.close();
  await removeFolder(folder);
});

const request = (path: string): SentRequest => ({ method: 'GET', path, headers: {} });
const visit = async (sessionId: string) =>
  (await opened.client.session.send({ sessionId, request: request('/visit') })).body;

test('a lesson with a lab: what the learner sees of it, HTTPS, and data that stays until a reset', async () => {
  const { client } = opened;
  const { sessionId, lab } = await client.session.open(LIST);
  expect(lab.env).toMatchObject({
    GREETING: 'hello',
    DATABASE_FILE: expect.stringContaining(join('data', 'good', 'fastify', 'list-books')),
    FRONTEND_ORIGIN: lab.origins?.frontend,
    JWT_SECRET: expect.stringMatching(/^\S{43}$/),
  });
  expect(lab.origins?.stranger).toMatch(/^http:\/\/localhost:\d+$/);
  const events = await Followed.of(client, sessionId);
  const done = (revision: number) =>
    events.until((event) => event.type === 'checks' && event.revision === revision && event.checks.status === 'done');

  await client.session.edit({ sessionId, path: ENTRY, text: COUNTING, revision: 1 });
  await done(1);
  const snapshot = await client.session.open(LIST);
  expect(snapshot.live.url).toMatch(/^https:\/\/localhost:\d+$/);
  expect(snapshot.lab).toEqual(lab);
  expect(snapshot.checks.verdicts.find(({ checkId }) => checkId === 'lists')).toMatchObject({ status: 'passed' });
  expect(await visit(sessionId)).toBe('{"visits":1}');

  await client.session.edit({ sessionId, path: ENTRY, text: `${COUNTING}// edited\n`, revision: 2 });
  await done(2);
  expect(await visit(sessionId)).toBe('{"visits":2}');

  const { snapshot: afresh } = await client.session.reset({ sessionId });
  await client.session.edit({ sessionId, path: ENTRY, text: COUNTING, revision: afresh.revision + 1 });
  await done(afresh.revision + 1);
  expect(await visit(sessionId)).toBe('{"visits":1}');
});
