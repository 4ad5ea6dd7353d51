import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlace, type Place } from './place.test-support.ts';
import type { RunningApi } from './pool.ts';

let place: Place;
beforeAll(async () => {
  place = await openPlace(1);
});
afterAll(() => place.close());

/** An API whose `GET /` does this; its first line is the fifth. */
const handler = (body: string, imports = '') => `import Fastify from 'fastify';${imports}
export async function buildApp() {
  const app = Fastify();
  app.get('/', async () => {
${body}
  });
  return app;
}
`;

async function endOf(code: string): ReturnType<() => RunningApi['ended']> {
  const api = await place.run(code);
  fetch(api.url).catch(() => {});
  return api.ended;
}

const STALLED = { code: 'RW_CODE_STALLED', file: 'src/app.ts' };

describe('code that never ends is ended, with its line', () => {
  test('while its modules are loaded', async () => {
    const started = place.run('let n = 0;\nwhile (n >= 0) {\n  n = (n + 1) % 7;\n}\nexport const buildApp = n;\n');
    await expect(started).rejects.toMatchObject({ failure: { code: 'RW_CODE_STALLED', file: 'src/app.ts' } });
  });

  test('in buildApp', async () => {
    const started = place.run('export function buildApp() {\n  for (;;) {}\n}\n');
    await expect(started).rejects.toMatchObject({ failure: { ...STALLED, line: 2 } });
  });

  test.for([
    ['a loop in a handler', '    for (;;) {}', 5],
    ['the loop, not what it calls', '    const half = (n: number) => n / 2;\n    while (true) half(7);', 6],
    ['promises without end', '    for (;;) await null;', 5],
    ['a regular expression that backtracks', "    return /^(a+)+$/.test('a'.repeat(40) + 'b');", 5],
    ['waiting for shared memory', '    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);', 5],
  ] as const)('%s', async ([, body, line]) => {
    expect(await endOf(handler(body))).toMatchObject({ reason: 'crashed', failure: { ...STALLED, line } });
  });
});

test('native code that does not end is ended too, without a line', async () => {
  const body = "    return pbkdf2Sync('a', 'b', 500_000_000, 64, 'sha512').length;";
  const { failure } = await endOf(handler(body, " import { pbkdf2Sync } from 'node:crypto';"));
  expect(failure).toMatchObject({ code: 'RW_CODE_STALLED' });
  expect(failure).not.toHaveProperty('line');
});

test('work that takes its time but ends is left alone', async () => {
  const body = '    const until = Date.now() + 350;\n    while (Date.now() < until);\n    return process.pid;';
  const api = await place.run(handler(body));
  const pids = new Set<string>();
  for (let n = 0; n < 10; n += 1) pids.add(await (await fetch(api.url)).text());
  expect(pids.size).toBe(1);
  await api.stop();
  expect(await api.ended).toEqual({ reason: 'stopped' });
});

describe('memory without end is called so', () => {
  test.for([
    ['arrays', 'const all: unknown[] = [];\n    for (;;) all.push(new Array(1e5).fill(String(all.length)));'],
    [
      'strings',
      'const all: string[] = [];\n    for (let n = 0; ; n++) all.push(String(n).repeat(1000).toUpperCase());',
    ],
    ['objects', 'const all: unknown[] = [];\n    for (;;) all.push({ id: all.length, next: [all.length] });'],
    ['buffers', 'const all: Buffer[] = [];\n    for (;;) all.push(Buffer.alloc(1e6, 1));'],
    [
      'a list that grows between requests',
      'const all: unknown[] = [];\n    for (;;) {\n      all.push(new Array(1e4).fill(String(all.length)));\n      await new Promise((next) => setImmediate(next));\n    }',
    ],
  ] as const)('%s', async ([, body]) => {
    expect(await endOf(handler(`    ${body}`))).toMatchObject({
      reason: 'crashed',
      failure: { code: 'RW_CODE_MEMORY' },
    });
  });
});

test('garbage beside much that is kept is not called so', async () => {
  const body = `    while (kept.length < 500_000) kept.push({ id: kept.length, title: 'Book ' + kept.length });
    let passing: unknown[] = [];
    for (const until = Date.now() + 300; Date.now() < until; ) {
      passing.push({ id: passing.length });
      if (passing.length > 200_000) passing = [];
    }
    return kept.length;`;
  const api = await place.run(handler(body, ' const kept: unknown[] = [];'));
  for (let n = 0; n < 3; n += 1) expect(await (await fetch(api.url)).text()).toBe('500000');
  await api.stop();
  expect(await api.ended).toEqual({ reason: 'stopped' });
});
