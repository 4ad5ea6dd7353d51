import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openPlace, type Place } from './place.test-support.ts';

// Processes are started, some of them several times.
vi.setConfig({ testTimeout: 60_000 });

let place: Place;
beforeAll(async () => {
  place = await openPlace(0, { times: 20 });
});
afterAll(() => place.close());

/** Says which process it is and what it finds there; `before` runs when it is loaded, `inside` when it is built. */
const app = (before = '', inside = '') => `import Fastify from 'fastify';
import { z } from 'zod';
${before}
let count = 0;
export async function buildApp() {
  const app = Fastify();
  ${inside}
  app.get('/', async () => ({
    pid: process.pid,
    count: (count += 1),
    left: {
      env: process.env.LEFT ?? null,
      global: Reflect.get(globalThis, 'left') ?? null,
      method: Reflect.get([], 'left') ?? null,
      map: String([1].map(() => 2)),
      random: Math.random() === 7,
      listeners: process.listenerCount('SIGTERM'),
      schemas: [...z.globalRegistry['_idmap'].keys()],
      titles: z.string().safeParse(1).error.issues[0].message,
      files: await import('node:fs').then(({ readdirSync }) => readdirSync('.').sort()),
    },
  }));
  return app;
}
`;

const CLEAN = {
  env: null,
  global: null,
  method: null,
  map: '2',
  random: false,
  listeners: 0,
  schemas: [],
  titles: 'Invalid input: expected string, received number',
  files: ['src'],
};

async function runOnce(text: string, options: Parameters<Place['run']>[1] = {}) {
  const api = await place.run(text, options);
  const answer: { pid: number; count: number; left: unknown } = await (await fetch(api.url)).json();
  await api.stop();
  expect(await api.ended).toEqual({ reason: 'stopped' });
  return answer;
}

describe('a program that leaves nothing, or what can be put back', () => {
  test.each([
    ['nothing', app()],
    ['variables of the environment', app("process.env.LEFT = 'yes';")],
    ['a listener of the process', app("process.on('SIGTERM', () => {});")],
    ['named schemas', app("z.globalRegistry.add(z.string(), { id: 'left' });")],
    ['settings of zod', app("z.config({ customError: () => 'left' });")],
    ['a second app', app('', 'await Fastify().listen({ port: 0 });')],
    [
      'a timer that it ends',
      app('', "const timer = setInterval(() => {}, 9); app.addHook('onClose', () => clearInterval(timer));"),
    ],
    ['a folder that it went to', app("process.chdir('src');")],
  ])('%s: the next one has the same process and finds nothing', async (_, text) => {
    const { pid, count } = await runOnce(text);
    expect(count).toBe(1);
    expect(await runOnce(app())).toEqual({ pid, count: 1, left: CLEAN });
  });
});

test('schemas with the same names as those of the program before are documented as this program has them', async () => {
  const named = (description: string) => `import Fastify from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
const Book = z.object({ title: z.string() }).meta({ id: 'Book', description: '${description}' });
export async function buildApp() {
  const app = Fastify();
  const route = { schema: { response: { 200: z.array(Book) } }, url: '/', openapiObject: { openapi: '3.1.0' } };
  app.get('/', async () => ({ pid: process.pid, said: JSON.stringify(jsonSchemaTransform(route).schema) }));
  return app;
}
`;
  const ask = async (description: string) => {
    const api = await place.run(named(description));
    const answer: { pid: number; said: string } = await (await fetch(api.url)).json();
    await api.stop();
    return answer;
  };
  const first = await ask('first');
  const second = await ask('second');
  expect(second.pid).toBe(first.pid);
  expect(first.said).toContain('#/components/schemas/Book');
  expect(second.said).toBe(first.said);
});

describe('a program that leaves what cannot be put back', () => {
  test.each([
    ['a method of every array', app("Object.defineProperty(Array.prototype, 'left', { value: 1 });")],
    [
      'a changed method',
      app('const { map } = Array.prototype; Array.prototype.map = function (...all) { return map.apply(this, all); };'),
    ],
    ['a changed function of the language', app('const { random } = Math; Math.random = () => random();')],
    [
      'a changed function of Node',
      app("import fs from 'node:fs'; const { readFileSync } = fs; fs.readFileSync = (...all) => readFileSync(...all);"),
    ],
    [
      'a changed method of iterators',
      app(
        'const proto = Object.getPrototypeOf([].values()); const { next } = proto; proto.next = function () { return next.call(this); };',
      ),
    ],
    ['a global name', app('globalThis.left = 1;')],
    ['a timer', app('setInterval(() => {}, 1_000);')],
    ['a timer that keeps nothing alive', app('setInterval(() => {}, 1_000).unref();')],
    [
      'a promise of a timer',
      app("import { setTimeout } from 'node:timers/promises'; void setTimeout(60_000, null, { ref: false });"),
    ],
    ['a server', app("import { createServer } from 'node:http'; createServer().listen(0);")],
    ['a close that never ends', app('', "app.addHook('onClose', () => new Promise(() => {}));")],
    ['an exit while it closes', app('', "app.addHook('onClose', () => process.exit(0));")],
  ])('%s: the next one has another process', async (_, text) => {
    const { pid } = await runOnce(text);
    const next = await runOnce(app());
    expect(next.left).toEqual(CLEAN);
    expect(next.pid).not.toBe(pid);
  });
});

test('a program that does not start takes its process with it, and the next one starts', async () => {
  const { pid } = await runOnce(app());
  await expect(place.run(app('throw new Error("no");'))).rejects.toMatchObject({
    failure: { code: 'RW_CODE_THROWS', message: expect.stringContaining('no'), file: 'src/app.ts', line: 3 },
  });
  expect((await runOnce(app())).pid).not.toBe(pid);
});

test('whoever wants a fresh process gets one, and nobody gets it after', async () => {
  const { pid } = await runOnce(app());
  const fresh = await runOnce(app(), { fresh: true });
  expect(fresh.pid).not.toBe(pid);
  expect((await runOnce(app())).pid).toBe(pid);
});

test('programs that run at the same time have a process each', async () => {
  const apis = await Promise.all([app(), app(), app()].map((text) => place.run(text)));
  const answers = await Promise.all(apis.map(async ({ url }) => (await fetch(url)).json()));
  expect(new Set(answers.map(({ pid }) => pid)).size).toBe(3);
  await Promise.all(apis.map((api) => api.stop()));
});

test('each program has its own lab, and the database of the one before is no place for data', async () => {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'routewright-series-')));
  const lab = (name: string) => ({
    env: { DATABASE_FILE: path.join(folder, `${name}.db`), OWN: name },
    files: [{ path: 'name.txt', text: name }],
    forget: async () => {},
    close: async () => {},
  });
  const text = `import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import Fastify from 'fastify';
export async function buildApp() {
  const app = Fastify();
  const open = (file) => { try { new DatabaseSync(file).close(); return 'opened'; } catch (error) { return error.message; } };
  app.get('/', async () => ({
    pid: process.pid,
    own: [process.env.OWN, readFileSync('.lab/name.txt', 'utf8'), open(process.env.DATABASE_FILE)],
    other: open(process.env.DATABASE_FILE.replace('second', 'first')),
  }));
  return app;
}
`;
  const ask = async (name: string) => {
    const api = await place.run(text, { lab: lab(name) });
    const answer = await (await fetch(api.url)).json();
    await api.stop();
    return answer;
  };
  const first = await ask('first');
  expect(first).toMatchObject({ own: ['first', 'first', 'opened'], other: 'opened' });
  expect(await ask('second')).toMatchObject({
    pid: first.pid,
    own: ['second', 'second', 'opened'],
    other: expect.stringContaining('is not a place for your data'),
  });
  await rm(folder, { recursive: true });
});
