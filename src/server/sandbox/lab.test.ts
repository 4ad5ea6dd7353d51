import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Lab } from '../../contract/lab.ts';
import { sendRequest } from '../checks/http-client.ts';
import type { LabPlace } from '../lab/lab.ts';
import { Labs } from '../lab/labs.ts';
import { openPlace, type Place } from './place.test-support.ts';
import type { RunningApi } from './running-api.ts';

let place: Place;
let labs: Labs;
beforeAll(async () => {
  place = await openPlace(2);
  labs = new Labs({ home: place.home });
});
afterAll(async () => {
  await labs.close();
  await place.close();
});

const key = { course: 'library', track: 'fastify', lesson: 'a-database' };

/** Runs an API beside a lab; both end with the test. */
async function run(app: string, asks: Partial<Lab>, where: LabPlace = 'fresh') {
  const lab = await labs.open(Lab.parse(asks), where);
  onTestFinished(() => lab.close());
  const api = await place.run(app, { lab });
  onTestFinished(() => api.stop());
  return { api, lab };
}

async function get(api: Pick<RunningApi, 'url' | 'ca'>, to: string, headers: Record<string, string> = {}) {
  const response = await sendRequest(api.url, { method: 'GET', path: to, headers }, new AbortController().signal, {
    ca: api.ca,
  });
  return { status: response.status, headers: response.headers, body: response.body };
}

describe('variables', () => {
  test('are there before any code is loaded, each secret is new', async () => {
    const app = `import Fastify from 'fastify';
const { JWT_SECRET, MODE } = process.env;
export async function buildApp() {
  const app = Fastify();
  app.get('/', async () => [JWT_SECRET, MODE]);
  return app;
}`;
    const asks = { secrets: ['JWT_SECRET'], env: { MODE: 'practice' } };
    const { api, lab } = await run(app, asks);
    const other = await labs.open(Lab.parse(asks), 'fresh');
    expect(JSON.parse((await get(api, '/')).body)).toEqual([lab.env.JWT_SECRET, 'practice']);
    expect(lab.env.JWT_SECRET).toHaveLength(43);
    expect(other.env.JWT_SECRET).not.toBe(lab.env.JWT_SECRET);
    expect(labs.state(lab)).toEqual({ env: lab.env });
  });
});

test('every package that learners may import works in a process', async () => {
  const app = `import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fc from 'fast-check';
import Fastify from 'fastify';
export async function buildApp() {
  const app = Fastify();
  await app.register(cors, { origin: process.env.FRONTEND });
  await app.register(helmet);
  await app.register(rateLimit, { max: 1 });
  fc.assert(fc.property(fc.integer(), (n) => Number.isInteger(n)));
  app.get('/', async () => []);
  return app;
}`;
  const { api } = await run(app, { env: { FRONTEND: 'http://localhost:1' } });
  expect(await get(api, '/', { origin: 'http://localhost:1' })).toMatchObject({
    status: 200,
    headers: { 'access-control-allow-origin': 'http://localhost:1', 'x-content-type-options': 'nosniff' },
  });
  expect(await get(api, '/')).toMatchObject({ status: 429 });
});

describe('a database', () => {
  const counting = `import { DatabaseSync } from 'node:sqlite';
import Fastify from 'fastify';
export async function buildApp() {
  const db = new DatabaseSync(process.env.DATABASE_FILE ?? ':memory:');
  db.exec('CREATE TABLE IF NOT EXISTS visits (id INTEGER PRIMARY KEY)');
  const app = Fastify();
  app.get('/', async () => {
    db.exec('INSERT INTO visits DEFAULT VALUES');
    return db.prepare('SELECT count(*) AS visits FROM visits').get();
  });
  return app;
}`;

  test('of a lesson is there again in the next process, until it is forgotten', async () => {
    const first = await run(counting, { database: true }, { key });
    expect((await get(first.api, '/')).body).toBe('{"visits":1}');
    // The next revision starts while this one still answers.
    const second = await run(counting, { database: true }, { key });
    expect((await get(first.api, '/')).body).toBe('{"visits":2}');
    expect((await get(second.api, '/')).body).toBe('{"visits":3}');
    expect(second.lab.env.DATABASE_FILE).toBe(
      path.join(place.home, 'data', 'library', 'fastify', 'a-database', 'library.db'),
    );
    await Promise.all([first.api.stop(), second.api.stop()]);
    await second.lab.close();
    await second.lab.forget();
    const third = await run(counting, { database: true }, { key });
    expect((await get(third.api, '/')).body).toBe('{"visits":1}');
  });

  test("that is fresh is nobody else's, and gone with its run", async () => {
    const one = await run(counting, { database: true });
    const other = await run(counting, { database: true });
    expect((await get(one.api, '/')).body).toBe('{"visits":1}');
    expect((await get(other.api, '/')).body).toBe('{"visits":1}');
    const folder = path.dirname(one.lab.env.DATABASE_FILE ?? '');
    expect(await readdir(folder)).toEqual(['library.db']);
    await one.api.stop();
    await one.lab.close();
    expect(existsSync(folder)).toBe(false);
  });

  test('works in memory without a lab', async () => {
    const api = await place.run(counting);
    onTestFinished(() => api.stop());
    expect((await get(api, '/')).body).toBe('{"visits":1}');
  });

  test('elsewhere is refused in words, with the place', async () => {
    const elsewhere = counting.replace("process.env.DATABASE_FILE ?? ':memory:'", "'library.db'");
    await expect(run(elsewhere, { database: true })).rejects.toMatchObject({
      failure: {
        code: 'RW_CODE_DATABASE',
        message: 'This database cannot be used here. library.db is not a place for your data.',
        file: 'src/app.ts',
        line: 4,
      },
    });
  });

  test('that grows too large is full', async () => {
    const filling = counting.replace(
      "db.exec('INSERT INTO visits DEFAULT VALUES');",
      "db.exec('CREATE TABLE IF NOT EXISTS large (x)'); for (let i = 0; i < 10; i += 1) db.exec('INSERT INTO large VALUES (zeroblob(10000000))');",
    );
    const { api } = await run(filling, { database: true });
    const { status, body } = await get(api, '/');
    expect(status).toBe(500);
    expect(body).toContain('database or disk is full');
  });
});

describe('TLS', () => {
  const secure = (redirect = '') => `import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
const pem = (name: string) => readFileSync(process.env[name] ?? '');
export async function buildApp() {
  const app = Fastify({ https: { cert: pem('TLS_CERT_FILE'), key: pem('TLS_KEY_FILE') } });
  app.get('/books', { schema: { querystring: { type: 'object', properties: { q: { type: 'string' } } } } }, async () => []);
  return app;
}
${redirect}`;

  test('is spoken with the certificate of the lab, which its authority alone makes trusted', async () => {
    const { api, lab } = await run(secure(), { tls: true });
    expect(api.url).toBe(`https://127.0.0.1:${api.port}`);
    expect(api.plainUrl).toBeUndefined();
    expect(api.routes).toMatchObject([{ method: 'GET', path: '/books' }]);
    expect(await get(api, '/books')).toMatchObject({ status: 200, body: '[]' });
    expect(await get({ ...api, url: `https://localhost:${api.port}` }, '/books')).toMatchObject({ status: 200 });
    await expect(get({ url: api.url }, '/books')).rejects.toMatchObject({ code: 'RW_CHECK_CONNECTION' });
    const stranger = await new Labs({ home: null }).open(Lab.parse({ tls: true }), 'fresh');
    await expect(get({ url: api.url, ca: stranger.ca }, '/books')).rejects.toMatchObject({
      code: 'RW_CHECK_CONNECTION',
    });
    const [certificate] = lab.files;
    expect(new X509Certificate(certificate?.text ?? '').subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1');
  });

  test('a request for another host is refused', async () => {
    const { api } = await run(secure(), { tls: true });
    expect(await get(api, '/books', { host: 'evil.example' })).toMatchObject({ status: 421 });
  });

  test('is what a plain listener sends callers to', async () => {
    const { api } = await run(
      secure(`export function buildRedirect({ httpsPort }: { httpsPort: number }) {
  const app = Fastify();
  app.get('/*', async (request, reply) => reply.redirect(\`https://localhost:\${httpsPort}\${request.url}\`, 308));
  return app;
}`),
      { tls: true },
    );
    expect(api.plainUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const answer = await get({ url: api.plainUrl ?? '' }, '/books?q=a');
    expect(answer).toMatchObject({ status: 308, headers: { location: `https://localhost:${api.port}/books?q=a` } });
    expect(api.routes).toMatchObject([{ path: '/books' }]);
  });

  test('a redirect that is not an API is named', async () => {
    await expect(run(secure('export const buildRedirect = () => 1;'), { tls: true })).rejects.toMatchObject({
      failure: { code: 'RW_CODE_NOT_AN_APP', message: expect.stringContaining('buildRedirect returned'), line: 9 },
    });
  });

  test('a file of the learner at the place of a lab file stays what it is', async () => {
    const lab = await labs.open(Lab.parse({ tls: true }), 'fresh');
    const dir = await place.workspace({ 'src/app.ts': secure(), '.lab/localhost-cert.pem': 'mine' });
    const api = await place.pool.run({ workspace: dir, entry: 'src/app.ts', lab });
    onTestFinished(() => api.stop());
    expect(await get(api, '/books')).toMatchObject({ status: 200 });
    expect(await readFile(path.join(dir, '.lab/localhost-cert.pem'), 'utf8')).toBe('mine');
  });
});
