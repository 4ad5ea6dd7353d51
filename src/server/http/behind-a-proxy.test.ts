import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEY_HEADER } from '../../contract/sign-in.ts';
import { readPublicUrl } from '../host/public-url.ts';
import { startWorkbench, type Workbench } from '../workbench.ts';
import { GOOD_COURSE, removeFolder, smallRenderer, temporaryFolder } from '../workbench-for-tests.ts';

type Learner = { workbench: Workbench; cookie: string; key: string };
type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: string };
type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: string };

const HOST = 'class.example';
const ORIGIN = `https://${HOST}`;

let folder: string;
let alice: Learner;
let bob: Learner;
beforeAll(async () => {
  folder = await temporaryFolder();
  const renderer = await smallRenderer(folder);
  const open = async (name: string): Promise<Learner> => {
    const publicUrl = readPublicUrl(`${ORIGIN}/${name}/`);
    const home = `${folder}/${name}`;
    const workbench = await startWorkbench({ home, course: GOOD_COURSE, renderer, port: 0, publicUrl });
    const path = `/${name}/?token=${workbench.token}`;
    const { headers } = await send(workbench, { path, headers: { host: HOST } });
    const [cookie = ''] = String(headers['set-cookie']).split(';');
    return { workbench, cookie, key: String(headers.location).split('#key=')[1] ?? '' };
  };
  alice = await open('alice');
  bob = await open('bob');
});
afterAll(async () => {
  await alice.workbench.close();
  await bob.workbench.close();
  await removeFolder(folder);
});

/** As a proxy hands it on: to the port, with the headers of the browser. */
function send(workbench: Workbench, { method = 'GET', path, headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(workbench.origin);
    const sent = request({ hostname, port, method, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    sent.on('error', reject).end(body);
  });
}

/** A call of Alice's page. */
const call = (headers: Record<string, string> = {}, path = '/alice/rpc/settings/all'): Sent => ({
  method: 'POST',
  path,
  headers: {
    host: HOST,
    origin: ORIGIN,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    cookie: alice.cookie,
    [KEY_HEADER]: alice.key,
    ...headers,
  },
  body: '{}',
});

describe('a workbench below a path of a public address', () => {
  test('says that address, and signs in there with a cookie of its path that goes over TLS only', async () => {
    expect(alice.workbench.address).toBe(`${ORIGIN}/alice/?token=${alice.workbench.token}`);
    const path = `/alice/?token=${alice.workbench.token}&lesson=create-book`;
    const again = await send(alice.workbench, { path, headers: { host: HOST, cookie: alice.cookie } });
    expect(again.headers.location).toBe(`/alice/?lesson=create-book#key=${alice.key}`);
    const setCookie = await fresh(`${ORIGIN}/carol/`, async (carol) => carol.setCookie);
    expect(setCookie).toMatch(/; Path=\/carol\/; HttpOnly; Secure; SameSite=Strict$/);
  });

  test('serves its page, files and calls below that path', async () => {
    const headers = { host: HOST, cookie: alice.cookie };
    expect((await send(alice.workbench, { path: '/alice/', headers })).body).toContain('<title>Workbench</title>');
    expect((await send(alice.workbench, { path: '/alice/assets/a.js', headers })).body).toContain('runs');
    expect(await send(alice.workbench, call())).toMatchObject({ status: 200 });
    const slash = await send(alice.workbench, { path: '/alice?token=x', headers });
    expect(slash).toMatchObject({ status: 308, headers: { location: '/alice/?token=x' } });
  });

  test('a path whose beginning was taken away is answered with the reason', async () => {
    const stripped = await send(alice.workbench, call({}, '/rpc/settings/all'));
    expect(stripped.status).toBe(404);
    expect(stripped.body).toContain('RW_HTTP_BASE');
    const headers = { host: HOST, cookie: alice.cookie };
    for (const path of ['/', '/alicea/', '/bob/', '/assets/a.js', '//alice/'])
      expect((await send(alice.workbench, { path, headers })).status).toBe(404);
    expect((await send(alice.workbench, { path: '/alice/../assets/a.js', headers })).status).toBe(400);
  });

  test('is reached on loopback as before, for whoever runs it', async () => {
    const { host } = new URL(alice.workbench.origin);
    const local = { host, origin: `http://${host}` };
    expect(await send(alice.workbench, call(local))).toMatchObject({ status: 200 });
  });

  test('the docs frame names its files by the address that the browser has', async () => {
    const { headers } = await send(alice.workbench, { path: '/alice/docs-frame/index.html', headers: { host: HOST } });
    expect(headers['content-security-policy']).toContain(`script-src ${ORIGIN}/alice/docs-frame/;`);
  });

  test('a page elsewhere may frame nothing of what would be its own machine', async () => {
    const frames = async (host: string) => {
      const answer = await send(alice.workbench, { path: '/alice/', headers: { host, cookie: alice.cookie } });
      return /frame-src ([^;]*)/.exec(String(answer.headers['content-security-policy']))?.[1];
    };
    expect(await frames(HOST)).toBe("'self'");
    expect(await frames(new URL(alice.workbench.origin).host)).toContain('http://localhost:');
  });

  test('at a proxy on this machine the pages of other origins can be embedded, and know who may', async () => {
    const local = 'http://127.0.0.1:8080';
    await fresh(`${local}/dora/`, async ({ workbench, setCookie }) => {
      const headers = { host: '127.0.0.1:8080', cookie: setCookie.split(';')[0] ?? '' };
      const page = await send(workbench, { path: '/dora/', headers });
      const [frame = ''] = /http:\/\/localhost:\d+/.exec(String(page.headers['content-security-policy'])) ?? [];
      const policy = (await fetch(frame)).headers.get('content-security-policy') ?? '';
      expect(/frame-ancestors ([^;]*)/.exec(policy)?.[1]?.split(' ')).toContain(local);
      expect(setCookie).not.toContain('Secure');
    });
  });

  test('events are not held back by a proxy that knows the header', async () => {
    expect((await send(alice.workbench, call())).headers['x-accel-buffering']).toBe('no');
  });
});

describe('what a public address does not open', () => {
  const local = () => new URL(alice.workbench.origin);
  test.each([
    ['a foreign host', () => call({ host: 'evil.test' }), 421],
    ['a host that ends like it', () => call({ host: `evil-${HOST}` }), 421],
    ['a host below it', () => call({ host: `bob.${HOST}` }), 421],
    ['its host on another port', () => call({ host: `${HOST}:8443` }), 421],
    ['a forwarded host', () => call({ host: 'evil.test', 'x-forwarded-host': HOST }), 421],
    ['a foreign origin', () => call({ origin: 'https://evil.test' }), 403],
    ['its origin without TLS', () => call({ origin: `http://${HOST}` }), 403],
    ['an opaque origin', () => call({ origin: 'null' }), 403],
    ['its origin at the loopback host', () => call({ host: local().host }), 403],
    ['a loopback origin at its host', () => call({ origin: local().origin }), 403],
    ['a page of a host below it', () => call({ 'sec-fetch-site': 'same-site' }), 403],
    ['a page of another site', () => call({ 'sec-fetch-site': 'cross-site' }), 403],
    ['no cookie', () => call({ cookie: '' }), 401],
    ['no key', () => call({ [KEY_HEADER]: '' }), 401],
    ["a neighbour's cookie", () => call({ cookie: bob.cookie }), 401],
    ["a neighbour's key", () => call({ [KEY_HEADER]: bob.key }), 401],
    ["a neighbour's cookie and key", () => call({ cookie: bob.cookie, [KEY_HEADER]: bob.key }), 401],
  ])('%s is refused', async (_name, sent, status) => {
    const answer = await send(alice.workbench, sent());
    expect(answer.status).toBe(status);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  test("a neighbour's token signs nobody in", async () => {
    const path = `/alice/?token=${bob.workbench.token}`;
    const answer = await send(alice.workbench, { path, headers: { host: HOST } });
    expect(answer.status).toBe(401);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

type Fresh = { workbench: Workbench; setCookie: string };

/** One more workbench, for what a test wants to know of it. */
async function fresh<T>(publicUrl: string, ask: (fresh: Fresh) => Promise<T>): Promise<T> {
  const read = readPublicUrl(publicUrl);
  const home = `${folder}/fresh`;
  const renderer = `${folder}/renderer`;
  const workbench = await startWorkbench({ home, course: GOOD_COURSE, renderer, port: 0, publicUrl: read });
  try {
    const path = `${read.base}?token=${workbench.token}`;
    const { headers } = await send(workbench, { path, headers: { host: read.host } });
    return await ask({ workbench, setCookie: String(headers['set-cookie']) });
  } finally {
    await workbench.close();
  }
}
