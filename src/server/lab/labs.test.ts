import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { LAB_VARIABLES, Lab } from '../../contract/lab.ts';
import { removeFolder, temporaryFolder } from '../workbench-for-tests.ts';
import { Labs } from './labs.ts';

const labs = new Labs({ home: null });
afterAll(() => labs.close());

test('one authorization server is started when a lesson first asks, and answers every run', async () => {
  const asks = Lab.parse({ authorization: true });
  const [one, other] = await Promise.all([labs.open(asks, 'fresh'), labs.open(asks, 'fresh')]);
  expect(one.env).toMatchObject({ OAUTH_AUDIENCE: 'https://library.example/api', OAUTH_CLIENT_ID: 'nightly-report' });
  expect(other.env).toEqual(one.env);
  const document: unknown = await (await fetch(`${one.env.OAUTH_ISSUER}/.well-known/openid-configuration`)).json();
  expect(document).toMatchObject({ issuer: one.env.OAUTH_ISSUER });
  expect(labs.state(one).authorization).toEqual(one.authorization);
});

test('two pages of different origins; the learner code knows one of them', async () => {
  const run = await labs.open(Lab.parse({ origins: true }), 'fresh');
  const { origins } = labs.state(run);
  expect(origins?.frontend).toBe(run.env.FRONTEND_ORIGIN);
  expect(origins?.stranger).not.toBe(origins?.frontend);
  expect(Object.values(run.env)).not.toContain(origins?.stranger);
  expect((await fetch(origins?.stranger ?? '')).status).toBe(200);
});

test.each(['database', 'tls', 'authorization', 'origins'] as const)(
  '%s gives the variables that are told of it',
  async (part) => {
    const run = await labs.open(Lab.parse({ [part]: true }), 'fresh');
    await run.close();
    const given = [...Object.keys(run.env), ...(run.strangerOrigin === undefined ? [] : ['STRANGER_ORIGIN'])];
    expect(given.toSorted()).toEqual(Object.keys(LAB_VARIABLES[part]).toSorted());
  },
);

test('a fresh database is gone with its run, that of a lesson stays and can be forgotten', async () => {
  const home = await temporaryFolder();
  onTestFinished(() => removeFolder(home));
  const own = new Labs({ home });
  const asks = Lab.parse({ database: true });
  const fileOf = ({ env }: { env: Record<string, string> }) => env.DATABASE_FILE ?? '';
  const fresh = await own.open(asks, 'fresh');
  await writeFile(fileOf(fresh), 'rows');
  await fresh.close();
  expect(existsSync(dirname(fileOf(fresh)))).toBe(false);
  const place = { key: { course: 'good', track: 'fastify', lesson: 'list-books' } };
  const first = await own.open(asks, place);
  await writeFile(fileOf(first), 'rows');
  await first.close();
  const again = await own.open(asks, place);
  expect(await readFile(fileOf(again), 'utf8')).toBe('rows');
  await again.forget();
  expect(existsSync(fileOf(again))).toBe(false);
  await own.close();
});

test('what was started is ended, and nothing is opened afterwards', async () => {
  const own = new Labs({ home: null });
  const run = await own.open(Lab.parse({ authorization: true, origins: true }), 'fresh');
  await own.close();
  await expect(fetch(run.env.OAUTH_ISSUER ?? '')).rejects.toThrow('fetch failed');
  await expect(fetch(run.env.FRONTEND_ORIGIN ?? '')).rejects.toThrow('fetch failed');
  await expect(own.open(Lab.parse({}), 'fresh')).rejects.toMatchObject({ code: 'RW_HOST_LAB' });
});
