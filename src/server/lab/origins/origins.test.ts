import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Origins, startOrigins } from './origins.ts';

let origins: Origins;
let workbench: string[] = [];

beforeAll(async () => {
  origins = await startOrigins({ workbench: () => workbench });
});
afterAll(() => origins.close());

const policyOf = async (origin: string) => (await fetch(origin)).headers.get('content-security-policy') ?? '';

test('the two pages live on origins of their own, under a name that has none of the workbench`s cookies', () => {
  expect(origins.frontend).not.toBe(origins.stranger);
  for (const origin of [origins.frontend, origins.stranger]) expect(origin).toMatch(/^http:\/\/localhost:\d+$/);
});

test('only the workbench may embed them, and nobody before it listens', async () => {
  expect(await policyOf(origins.stranger)).toContain("frame-ancestors 'none'");
  workbench = ['http://127.0.0.1:4711', 'http://localhost:4711'];
  for (const origin of [origins.frontend, origins.stranger]) {
    const policy = await policyOf(origin);
    expect(policy).toContain('frame-ancestors http://127.0.0.1:4711 http://localhost:4711');
    expect(policy).toContain("default-src 'none'; script-src 'self'");
    expect(await (await fetch(origin)).text()).toContain(
      'data-workbench="http://127.0.0.1:4711 http://localhost:4711"',
    );
  }
});

test('a page reaches this machine only', async () => {
  const [, reaches = ''] = /connect-src ([^;]+)/.exec(await policyOf(origins.frontend)) ?? [];
  for (const source of reaches.split(' ')) expect(source).toMatch(/^https?:\/\/(localhost|127\.0\.0\.1):\*$/);
});

test('there is one page with its script and style, and nothing else', async () => {
  const statusOf = async (path: string, method = 'GET') => (await fetch(origins.frontend + path, { method })).status;
  expect(await Promise.all(['/', '/page.js', '/page.css'].map((path) => statusOf(path)))).toEqual([200, 200, 200]);
  const others = ['/origins.ts', '/../origins.ts', '/%2e%2e/lab.ts', '/constructor', '/?x', '//page.js'];
  expect(await Promise.all(others.map((path) => statusOf(path)))).toEqual(others.map(() => 404));
  expect(await statusOf('/', 'POST')).toBe(405);
});

test('another name for it is refused', async () => {
  const { port } = new URL(origins.frontend);
  for (const host of [`evil.example:${port}`, `127.0.0.1:${port}`, 'localhost']) {
    const sent = httpRequest({ host: '127.0.0.1', port, headers: { host } }).end();
    const [answer] = await once(sent, 'response');
    answer.resume();
    expect(answer.statusCode).toBe(421);
  }
});
