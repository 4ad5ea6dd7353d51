import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEY_HEADER } from '../../contract/sign-in.ts';
import { type Opened, openWorkbench, removeFolder, temporaryFolder } from '../workbench-for-tests.ts';

type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: string };
type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string };

let opened: Opened;
let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  opened = await openWorkbench({ folder });
});
afterAll(async () => {
  await opened.workbench.close();
  await removeFolder(folder);
});

/** `fetch` sets Host, Origin and Sec-Fetch-* itself; here they are what the test says. */
function send({ method = 'GET', path = '/', headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(opened.workbench.origin);
    const sent = request({ hostname, port, method, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    sent.on('error', reject).end(body);
  });
}

const port = () => new URL(opened.workbench.origin).port;
const page = (headers: Record<string, string> = {}): Sent => ({
  headers: { accept: 'text/html', cookie: opened.cookie, ...headers },
});
const call = (headers: Record<string, string> = {}): Sent => ({
  method: 'POST',
  path: '/rpc/settings/set',
  headers: { ...opened.headers, 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ json: { key: 'attacked', value: 'yes' } }),
});

describe('who may call', () => {
  test('the page and a call of it are answered', async () => {
    expect(await send(page({ 'sec-fetch-site': 'same-origin' }))).toMatchObject({ status: 200 });
    expect(await send(page({ 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }))).toMatchObject({ status: 200 });
    const named = {
      host: `localhost:${port()}`,
      origin: `http://localhost:${port()}`,
      'sec-fetch-site': 'same-origin',
    };
    const set = { ...call(named), body: JSON.stringify({ json: { key: 'theme', value: 'dark' } }) };
    expect(await send(set)).toMatchObject({ status: 200 });
    expect(await opened.client.settings.all()).toEqual({ theme: 'dark' });
  });

  test.each([
    ['a rebound name', (): Sent => call({ host: `evil.test:${port()}` }), 421],
    ['a rebound name that opens the page', (): Sent => page({ host: `evil.test:${port()}` }), 421],
    ['another port', (): Sent => call({ host: '127.0.0.1:1' }), 421],
    ['no port', (): Sent => call({ host: '127.0.0.1' }), 421],
    ['a name that only begins well', (): Sent => call({ host: `127.0.0.1:${port()}.evil.test` }), 421],
    ['a foreign origin', (): Sent => call({ origin: 'https://evil.test' }), 403],
    ['an opaque origin', (): Sent => call({ origin: 'null' }), 403],
    ['an origin on another port', (): Sent => call({ origin: 'http://127.0.0.1:1' }), 403],
    ['the other loopback name as origin', (): Sent => call({ origin: `http://localhost:${port()}` }), 403],
    ['a fetch of another site', (): Sent => call({ 'sec-fetch-site': 'cross-site' }), 403],
    ['a page of another port of this host', (): Sent => call({ 'sec-fetch-site': 'same-site' }), 403],
    ['a call that claims to be typed', (): Sent => call({ 'sec-fetch-site': 'none' }), 403],
    [
      'a link from another site',
      (): Sent => page({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }),
      403,
    ],
    ['no cookie', (): Sent => call({ cookie: '' }), 401],
    ['a guessed cookie', (): Sent => call({ cookie: `routewright-${port()}=${'a'.repeat(43)}` }), 401],
    ['the cookie without the key', (): Sent => call({ [KEY_HEADER]: '' }), 401],
    ['a guessed key', (): Sent => call({ [KEY_HEADER]: 'a'.repeat(43) }), 401],
    ['the cookie as the key', (): Sent => call({ [KEY_HEADER]: opened.cookie.split('=')[1] ?? '' }), 401],
    ['a form', (): Sent => ({ ...call({ 'content-type': 'application/x-www-form-urlencoded' }), body: 'a=b' }), 400],
    ['plain text', (): Sent => call({ 'content-type': 'text/plain' }), 400],
    ['a multipart form', (): Sent => call({ 'content-type': 'multipart/form-data; boundary=x' }), 400],
    ['a call as GET', (): Sent => ({ ...page(), path: '/rpc/settings/all' }), 404],
    ['a file outside', (): Sent => ({ ...page(), path: '/..%2f..%2fpackage.json' }), 400],
    ['a socket', (): Sent => ({ ...page({ connection: 'upgrade', upgrade: 'websocket', host: 'evil.test' }) }), 421],
  ])('%s is refused and changes nothing', async (_name, sent, status) => {
    const answer = await send(sent());
    expect(answer.status).toBe(status);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.body).not.toContain('<title>Workbench</title>');
    expect(await opened.client.settings.all()).not.toHaveProperty('attacked');
  });

  test('a call with two hosts is refused, though the first one is right', async () => {
    const { headers, body } = call();
    const { hostname } = new URL(opened.workbench.origin);
    const hosts = ['host', `${hostname}:${port()}`, 'host', 'evil.test'];
    const sent = [...hosts, 'content-length', String(body?.length), ...Object.entries(headers ?? {}).flat()];
    const status = await new Promise((resolve, reject) => {
      const options = { hostname, port: port(), method: 'POST', path: '/rpc/settings/set', headers: sent };
      request(options, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end(body);
    });
    expect(status).toBe(421);
    expect(await opened.client.settings.all()).not.toHaveProperty('attacked');
  });

  test('a preflight is not granted', async () => {
    const asked = { origin: 'https://evil.test', 'access-control-request-method': 'POST' };
    const answer = await send({ ...call(asked), method: 'OPTIONS', body: undefined });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('a person gets a page that says what to do, without scripts', async () => {
    const answer = await send({ headers: { accept: 'text/html' } });
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).toContain('<code>npm start</code>');
    expect(answer.body).not.toContain('<script');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('signing in', () => {
  const address = () => `/?token=${opened.workbench.token}`;

  test('the printed address works again where it was opened, and nowhere else', async () => {
    const again = await send({ ...page(), path: address() });
    expect(again).toMatchObject({ status: 303, headers: { location: `/#key=${opened.headers[KEY_HEADER]}` } });
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(await send({ path: address(), headers: { accept: 'text/html' } })).toMatchObject({ status: 401 });
  });

  test('the lesson in the address is kept, and nothing else of it', async () => {
    const key = `#key=${opened.headers[KEY_HEADER]}`;
    const asked = await send({ ...page(), path: `${address()}&lesson=create-book&next=//evil.test` });
    expect(asked.headers.location).toBe(`/?lesson=create-book${key}`);
    for (const lesson of ['//evil.test', 'a%0d%0ab', '%23', '..%2f'])
      expect((await send({ ...page(), path: `${address()}&lesson=${lesson}` })).headers.location).toBe(`/${key}`);
  });

  test('the cookie alone does not get the key', async () => {
    const guessed = await send({ ...page(), path: `/?token=${'a'.repeat(43)}` });
    expect(guessed).toMatchObject({ status: 303, headers: { location: '/' } });
    expect((await send(page())).body).not.toContain(opened.headers[KEY_HEADER]);
  });

  test('neither a wrong token, nor a prefetch, nor HEAD spends it', async () => {
    const other = await temporaryFolder();
    const fresh = opened;
    opened = { ...opened, workbench: await freshWorkbench(other) };
    try {
      expect((await send({ path: `/?token=${'a'.repeat(43)}` })).status).toBe(401);
      expect((await send({ path: address(), headers: { 'sec-purpose': 'prefetch' } })).status).toBe(401);
      expect((await send({ path: address(), method: 'HEAD' })).status).toBe(401);
      const first = await send({ path: address() });
      expect(first.status).toBe(303);
      expect(String(first.headers['set-cookie'])).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
      expect(String(first.headers['set-cookie'])).not.toContain(opened.workbench.token);
      expect((await send({ path: address() })).status).toBe(401);
    } finally {
      await opened.workbench.close();
      opened = fresh;
      await removeFolder(other);
    }
  });
});

async function freshWorkbench(home: string) {
  const { startWorkbench } = await import('../workbench.ts');
  const { GOOD_COURSE } = await import('../workbench-for-tests.ts');
  return startWorkbench({ home, course: GOOD_COURSE, renderer: `${folder}/renderer`, port: 0 });
}

describe('what is sent along', () => {
  test('the page may run its own scripts only, and be framed by nobody', async () => {
    const { headers } = await send(page());
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(headers).toMatchObject({
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  });

  test('the docs frame is public, sandboxed and cannot connect; it still needs the right host', async () => {
    const opaque = { origin: 'null', 'sec-fetch-site': 'cross-site' };
    const frame = await send({ path: '/docs-frame/index.html', headers: opaque });
    expect(frame).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': '*' } });
    const policy = String(frame.headers['content-security-policy']);
    expect(policy).toContain('sandbox allow-scripts');
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    const rebound = { host: `evil.test:${port()}` };
    expect(await send({ path: '/docs-frame/index.html', headers: rebound })).toMatchObject({ status: 421 });
    for (const path of ['/docs-frame/../assets/a.js', '/docs-frame/..%2findex.html', '/docs-frame/%2e%2e/index.html']) {
      const outside = await send({ path, headers: opaque });
      expect(outside.status).toBeGreaterThanOrEqual(400);
      expect(outside.body).not.toMatch(/runs|Workbench</);
    }
  });
});
