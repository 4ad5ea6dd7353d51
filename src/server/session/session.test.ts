import { cp, mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SessionSnapshot } from '../../contract/session.ts';
import {
  type Client,
  Followed,
  GOOD_COURSE,
  type Opened,
  openWorkbench,
  removeFolder,
  temporaryFolder,
} from '../workbench-for-tests.ts';
import type { SentEvent } from './subscription.ts';

const LIST = { lessonId: 'list-books', track: 'fastify' };
const PLAN = { lessonId: 'plan-books', track: 'fastify' };
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

const solutionOf = async (lesson: typeof LIST, path: string) =>
  (await opened.client.lesson.solution(lesson)).find((file) => file.path === path)?.text ?? '';
const textOf = (snapshot: SessionSnapshot, path: string) => snapshot.files.find((file) => file.path === path)?.text;
const failureOf = (error: unknown) => (error instanceof ORPCError ? error.data : error);

type Of<T extends SentEvent['type']> = Extract<SentEvent, { type: T }>;
const live = (revision: number, status: string) => (event: SentEvent) =>
  event.type === 'live' && event.revision === revision && event.live.status === status;
const judged =
  (revision: number) =>
  (event: SentEvent): event is Of<'checks'> =>
    event.type === 'checks' && event.revision === revision && event.checks.status === 'done';
const api = (answer: string) => `import Fastify from 'fastify';
export async function buildApp() {
  const app = Fastify();
  app.get('/answer', async () => ({ answer: ${JSON.stringify(answer)} }));
  return app;
}
`;
const asked = async (sessionId: string) => {
  const request = { method: 'GET', path: '/answer', headers: {} };
  return (await opened.client.session.send({ sessionId, request })).body;
};

describe('an edit', () => {
  test('becomes live, documented and judged, and a right one completes the lesson', async () => {
    const { client } = opened;
    const { sessionId } = await client.session.open(LIST);
    const events = await Followed.of(client, sessionId);
    await events.until(judged(0));
    const text = await solutionOf(LIST, ENTRY);
    const saved = await client.session.edit({ sessionId, path: ENTRY, text, revision: 1 });
    expect(saved.revision).toBe(1);
    expect(await readFile(join((await client.session.open(LIST)).folder, ENTRY), 'utf8')).toBe(text);

    const { checks } = await events.until(judged(1));
    expect(checks.verdicts.find((verdict) => verdict.checkId === 'lists')).toMatchObject({ status: 'passed' });
    expect(await events.until((event) => event.type === 'completed')).toMatchObject({ lessonId: 'list-books' });
    const snapshot = await client.session.open(LIST);
    expect(snapshot.completed).toBe(true);
    expect(snapshot.live).toMatchObject({ status: 'live', liveRevision: 1 });
    expect(snapshot.live.ms).toBeGreaterThan(0);
    expect(snapshot.documents.built?.paths).toHaveProperty('/api/v1/books');
    const revisions = events.all.map((event) => (event.type === 'snapshot' ? event.snapshot.revision : event.revision));
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
  });

  test('that is followed by a newer one is dropped: no event speaks of it once the newer one is known', async () => {
    const { client } = opened;
    const { sessionId } = await client.session.open(LIST);
    const events = await Followed.of(client, sessionId);
    await events.until(live(0, 'live'));
    const edits = Array.from({ length: 8 }, (_, index) =>
      client.session.edit({ sessionId, path: ENTRY, text: api(`edit ${index + 1}`), revision: index + 1 }),
    );
    expect((await Promise.allSettled(edits)).every((edit) => edit.status === 'fulfilled')).toBe(true);
    const newest = (await client.session.open(LIST)).revision;
    await events.until(judged(newest));
    expect(JSON.parse(await asked(sessionId))).toEqual({ answer: 'edit 8' });
    const revisions = events.all.map((event) => (event.type === 'snapshot' ? event.snapshot.revision : event.revision));
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
    await expect(
      client.session.edit({ sessionId, path: ENTRY, text: api('late'), revision: 3 }).catch((error) => {
        throw failureOf(error);
      }),
    ).rejects.toMatchObject({ code: 'RW_SESSION_STALE' });
    expect(JSON.parse(await asked(sessionId))).toEqual({ answer: 'edit 8' });
  });

  test('that does not start leaves the last good API answering, labelled with its revision', async () => {
    const { client } = opened;
    const { sessionId } = await client.session.open(LIST);
    const events = await Followed.of(client, sessionId);
    await client.session.edit({ sessionId, path: ENTRY, text: api('good'), revision: 1 });
    await events.until(live(1, 'live'));
    await client.session.edit({ sessionId, path: ENTRY, text: 'export const x = ;', revision: 2 });
    await events.until(live(2, 'failed'));
    const { live: state } = await client.session.open(LIST);
    expect(state).toMatchObject({
      status: 'failed',
      liveRevision: 1,
      failure: { code: 'RW_CODE_SYNTAX', file: ENTRY, line: 1 },
    });
    expect(JSON.parse(await asked(sessionId))).toEqual({ answer: 'good' });
    const { checks } = await events.until(judged(2));
    expect(checks.verdicts.find((verdict) => verdict.checkId === 'lists')).toMatchObject({ status: 'error' });

    await client.session.edit({ sessionId, path: ENTRY, text: api('mended'), revision: 3 });
    await events.until(live(3, 'live'));
    expect(JSON.parse(await asked(sessionId))).toEqual({ answer: 'mended' });
  });

  test('of the plan alone leaves the API as it is and brings new documents', async () => {
    const { client } = opened;
    const { sessionId } = await client.session.open(LIST);
    const events = await Followed.of(client, sessionId);
    await events.until(judged(0));
    const before = (await client.session.open(LIST)).live.url;
    await client.session.edit({ sessionId, path: 'plan.yaml', text: 'title: Loans\n', revision: 1 });
    await events.until(judged(1));
    const after = await client.session.open(LIST);
    expect(after.live).toMatchObject({ status: 'live', url: before, liveRevision: 1 });
    expect(after.documents.planned).toMatchObject({ info: { title: 'Loans' } });
    await client.session.edit({ sessionId, path: 'plan.yaml', text: 'title: [', revision: 2 });
    await events.until(judged(2));
    const broken = await client.session.open(LIST);
    expect(broken.documents.planned).toMatchObject({ info: { title: 'Loans' } });
    expect(broken.documents.planProblems[0]).toMatchObject({ file: 'plan.yaml' });
  });
});

describe('files', () => {
  test('changed outside are told to readers and run; an edit made without knowing is a conflict', async () => {
    const { client } = opened;
    const { sessionId, folder: workspace } = await client.session.open(LIST);
    const events = await Followed.of(client, sessionId);
    await events.until(judged(0));
    const file = join(workspace, ENTRY);
    // From outside the workspace: a file beside it would be told too, with revisions of its own.
    await writeFile(join(folder, 'theirs.ts'), api('theirs'));
    await rename(join(folder, 'theirs.ts'), file);
    const told = await events.until((event): event is Of<'file'> => event.type === 'file' && event.path === ENTRY);
    expect(told.text).toBe(api('theirs'));
    await events.until(judged(told.revision));
    expect(JSON.parse(await asked(sessionId))).toEqual({ answer: 'theirs' });

    const mine = { sessionId, path: ENTRY, text: api('mine') };
    const refused = client.session.edit({ ...mine, revision: told.revision }).catch(failureOf);
    expect(await refused).toMatchObject({ code: 'RW_FILE_CONFLICT' });
    const conflict = await events.until((event): event is Of<'conflict'> => event.type === 'conflict');
    expect(conflict).toMatchObject({ path: ENTRY, theirs: api('theirs') });
    expect(await readFile(file, 'utf8')).toBe(api('theirs'));

    const saved = await client.session.edit({ ...mine, revision: conflict.revision + 1 });
    await events.until(live(saved.revision, 'live'));
    expect(JSON.parse(await asked(sessionId))).toEqual({ answer: 'mine' });
  });

  test('can be reset and brought back, and every reader sees it', async () => {
    const { client } = opened;
    const first = await client.session.open(LIST);
    const { sessionId } = first;
    const events = await Followed.of(client, sessionId);
    await client.session.edit({ sessionId, path: ENTRY, text: api('mine'), revision: 1 });
    await client.session.create({ sessionId, path: 'src/more.ts', text: 'export {};' });
    const { undo, snapshot } = await client.session.reset({ sessionId });
    expect(snapshot.files).toEqual(first.files);
    await events.until((event) => event.type === 'snapshot' && event.snapshot.revision === snapshot.revision);
    const back = await client.session.restore({ sessionId, version: undo });
    expect(textOf(back, ENTRY)).toBe(api('mine'));
    expect(textOf(back, 'src/more.ts')).toBe('export {};');
    await events.until(judged(back.revision));
    expect(JSON.parse(await asked(sessionId))).toEqual({ answer: 'mine' });
  });

  test('outside the workspace cannot be named', async () => {
    const { client } = opened;
    const { sessionId, folder: workspace } = await client.session.open(LIST);
    await mkdir(join(folder, 'outside'));
    await symlink(join(folder, 'outside'), join(workspace, 'linked'));
    for (const path of ['../../../progress.sqlite', '/etc/passwd', 'linked/x.ts']) {
      const calls = [
        client.session.edit({ sessionId, path, text: '', revision: 9 }),
        client.session.create({ sessionId, path, text: '' }),
        client.session.remove({ sessionId, path }),
        client.session.rename({ sessionId, from: ENTRY, to: path }),
      ];
      for (const call of calls) expect(await call.catch(failureOf)).toMatchObject({ code: 'RW_FILE_PATH' });
    }
  });
});

describe('a lesson', () => {
  test('without an API has none; its checks, quiz and completion work, and are there after a restart', async () => {
    let { client } = opened;
    const { sessionId, live: state } = await client.session.open(PLAN);
    expect(state).toEqual({ status: 'none' });
    const events = await Followed.of(client, sessionId);
    const text = await solutionOf(PLAN, 'plan.yaml');
    await client.session.edit({ sessionId, path: 'plan.yaml', text, revision: 1 });
    const view = await client.lesson.view(PLAN);
    expect(JSON.stringify(view.quiz)).not.toMatch(/correct|because/);
    const [question] = view.quiz;
    const answers = await Promise.all(
      (question?.answers ?? []).map(async ({ id }) => ({
        id,
        ...(await client.session.answer({ sessionId, questionId: question?.id ?? '', answerId: id })),
      })),
    );
    const right = answers.find((answer) => answer.correct)?.id ?? '';
    await client.session.answer({ sessionId, questionId: question?.id ?? '', answerId: right });
    expect(await events.until((event) => event.type === 'completed')).toMatchObject({ lessonId: PLAN.lessonId });

    await opened.workbench.close();
    opened = await openWorkbench({ folder });
    client = opened.client;
    const outline = await client.course.outline();
    expect(outline.notices).toEqual([]);
    expect(outline.stages.map((stage) => stage.lessons.map((lesson) => lesson.status))).toEqual([
      ['completed'],
      ['untouched', 'untouched'],
    ]);
    const again = await client.session.open(PLAN);
    expect(again).toMatchObject({ completed: true, answers: { [question?.id ?? '']: right } });
    expect(textOf(again, 'plan.yaml')).toBe(text);
  });

  test('gets an API as soon as the learner writes its entry', async () => {
    const { client } = opened;
    const { sessionId } = await client.session.open(PLAN);
    const events = await Followed.of(client, sessionId);
    const { revision } = await client.session.create({ sessionId, path: ENTRY, text: api('early') });
    await events.until(live(revision, 'live'));
    expect(JSON.parse(await asked(sessionId))).toEqual({ answer: 'early' });
    await client.session.remove({ sessionId, path: ENTRY });
    await events.until((event) => event.type === 'live' && event.live.status === 'none');
  });

  test('begins with the plan that the learner completed, else with the inherited one', async () => {
    const { client } = opened;
    const inherited = textOf(await client.session.open(LIST), 'plan.yaml');
    const { sessionId } = await client.session.open(PLAN);
    const events = await Followed.of(client, sessionId);
    const own = `${await solutionOf(PLAN, 'plan.yaml')}# mine\n`;
    await client.session.edit({ sessionId, path: 'plan.yaml', text: own, revision: 1 });
    const [question] = (await client.lesson.view(PLAN)).quiz;
    for (const { id } of question?.answers ?? []) {
      const { correct } = await client.session.answer({ sessionId, questionId: question?.id ?? '', answerId: id });
      if (correct) break;
    }
    await events.until((event) => event.type === 'completed');
    // What was made before keeps its plan; what is made now takes the learner's.
    expect(textOf(await client.session.open(LIST), 'plan.yaml')).toBe(inherited);
    const next = await client.session.open({ lessonId: 'create-book', track: 'fastify' });
    expect(textOf(next, 'plan.yaml')).toBe(own);
  });

  test('or track that is not there, or a session that is gone, is said so', async () => {
    const { client } = opened;
    const unknown = [
      client.lesson.view({ lessonId: 'no-such', track: 'fastify' }),
      client.session.open({ lessonId: 'list-books', track: 'no-such' }),
    ];
    for (const call of unknown) expect(await call.catch(failureOf)).toMatchObject({ code: 'RW_LESSON_UNKNOWN' });
    const gone = client.session.run({ sessionId: 'gone' }).catch(failureOf);
    expect(await gone).toMatchObject({ code: 'RW_SESSION_UNKNOWN' });
    const level = client.lesson.hint({ ...LIST, checkId: 'no-such', level: 1 }).catch(failureOf);
    expect(await level).toMatchObject({ code: 'RW_LESSON_LEVEL' });
  });
});

test('work of a lesson that has changed since is kept as a version, and the lesson starts afresh', async () => {
  const { sessionId } = await opened.client.session.open(LIST);
  await opened.client.session.edit({ sessionId, path: ENTRY, text: api('old work'), revision: 1 });
  await opened.workbench.close();
  const course = join(folder, 'course');
  await cp(GOOD_COURSE, course, { recursive: true });
  const lesson = join(course, 'build/list-books/lesson.md');
  await writeFile(lesson, (await readFile(lesson, 'utf8')).replace('minutes: 2', 'minutes: 2\ninvalidates: 1'));

  opened = await openWorkbench({ folder, course });
  const afresh = await opened.client.session.open(LIST);
  expect(textOf(afresh, ENTRY)).not.toContain('old work');
  const [version] = await opened.client.session.versions({ sessionId: afresh.sessionId });
  expect(version).toMatchObject({ reason: 'reset' });
  const back = await opened.client.session.restore({ sessionId: afresh.sessionId, version: version?.id ?? '' });
  expect(textOf(back, ENTRY)).toBe(api('old work'));
  await opened.workbench.close();
  // Only once: what is done afterwards stays.
  opened = await openWorkbench({ folder, course });
  expect(textOf(await opened.client.session.open(LIST), ENTRY)).toBe(api('old work'));
});

test('a damaged progress file is told in the outline; lessons and code are there', async () => {
  const { sessionId } = await opened.client.session.open(LIST);
  await opened.client.session.edit({ sessionId, path: ENTRY, text: api('mine'), revision: 1 });
  await opened.workbench.close();
  for (const name of ['progress.sqlite', 'progress.sqlite.copy'])
    await writeFile(join(opened.home, name), 'no database '.repeat(99));
  opened = await openWorkbench({ folder });
  expect((await opened.client.course.outline()).notices).toMatchObject([{ code: 'RW_HOST_PROGRESS_DAMAGED' }]);
  expect(textOf(await opened.client.session.open(LIST), ENTRY)).toBe(api('mine'));
});

test('two windows on one lesson: the later edit wins, and what the other one typed is in the history', async () => {
  const { client } = opened;
  const { sessionId } = await client.session.open(LIST);
  const type = (window: string, text: string, revision: number) =>
    client.session.edit({ sessionId, path: ENTRY, text, revision, window });
  await type('one', api('first'), 1);
  await type('one', api('first, more'), 2);
  // The other window has not heard of it: its number is not higher. Nothing of it is dropped.
  await type('two', api('second'), 1);
  await type('two', api('second, more'), 2);
  await type('one', api('third'), 3);
  expect(textOf(await client.session.open(LIST), ENTRY)).toBe(api('third'));
  await expect(type('one', api('late'), 3).catch(failureOf)).resolves.toMatchObject({ code: 'RW_SESSION_STALE' });

  const texts: (string | undefined)[] = [];
  for (const version of await client.session.versions({ sessionId })) {
    texts.push(textOf(await client.session.restore({ sessionId, version: version.id }), ENTRY));
  }
  expect(texts).toContain(api('first, more'));
  expect(texts).toContain(api('second, more'));
});

test('a session that nobody reads is closed, and opening it again works', async () => {
  await opened.workbench.close();
  opened = await openWorkbench({ folder, idleMs: 500 });
  const { client } = opened;
  const { sessionId, events } = await openAndRead(client);
  await events.until(judged(0));
  const url = (await client.session.open(LIST)).live.url ?? '';
  expect((await fetch(url)).status).toBe(404);
  events.leave();
  const asked = () => client.session.versions({ sessionId }).catch(failureOf);
  for (let answer = await asked(); Array.isArray(answer); answer = await asked());
  expect(await asked()).toMatchObject({ code: 'RW_SESSION_UNKNOWN' });
  // Opening waits for the end of what was there.
  expect((await client.session.open(LIST)).sessionId).not.toBe(sessionId);
  await expect(fetch(url)).rejects.toThrow();
});

/** On a busy machine the idle time may pass between the two calls; then it is opened again, as the page does. */
async function openAndRead(client: Client): Promise<{ sessionId: string; events: Followed }> {
  for (;;) {
    const { sessionId } = await client.session.open(LIST);
    const events = await Followed.of(client, sessionId).catch(failureOf);
    if (events instanceof Followed) return { sessionId, events };
    expect(events).toMatchObject({ code: 'RW_SESSION_UNKNOWN' });
  }
}
