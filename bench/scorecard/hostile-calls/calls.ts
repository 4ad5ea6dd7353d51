import { KEY_HEADER } from '../../../src/contract/sign-in.ts';
import type { Random } from '../random.ts';
import { spoil } from './spoil.ts';
import type { ValidInput } from './valid-inputs.ts';

/** One HTTP request as it is sent. */
export type Call = {
  kind: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer | string;
  /** True for the two procedures that take no input and only read: they may answer. */
  mayAnswer: boolean;
};

/** `text` of an edit and of a new file, and the name of a window, need not be there. */
const OPTIONAL = ['text', 'window'];
const READS_WITHOUT_INPUT = ['course/outline', 'settings/all'];
type Making = { random: Random; honest: Call; valid: ValidInput; port: string };
type Kind = { name: string; make(making: Making): Call };

/** What is sent honestly, as the page sends it. */
export function honestCall(valid: ValidInput, headers: Record<string, string>): Call {
  return {
    kind: 'honest',
    method: 'POST',
    path: `/rpc/${valid.procedure}`,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ json: valid.input, meta: [] }),
    mayAnswer: READS_WITHOUT_INPUT.includes(valid.procedure),
  };
}

/** One call that must change nothing, of one kind of nine, made from one honest call. */
export function hostileCall(valid: ValidInput, headers: Record<string, string>, port: string, random: Random): Call {
  const kind = random.pick(KINDS);
  const made = kind.make({ random, honest: honestCall(valid, headers), valid, port });
  return { ...made, kind: kind.name };
}

const KINDS: readonly Kind[] = [
  { name: 'wrong input', make: wrongInput },
  { name: 'wrong input', make: wrongInput },
  { name: 'wrong input', make: wrongInput },
  { name: 'malformed body', make: malformedBody },
  { name: 'wrong content type', make: wrongContentType },
  { name: 'wrong method', make: wrongMethod },
  { name: 'not signed in', make: notSignedIn },
  { name: 'another site', make: anotherSite },
  { name: 'wrong path', make: wrongPath },
];

function wrongInput({ random, honest, valid }: Making): Call {
  const json = spoil(valid.input ?? {}, OPTIONAL, random);
  const meta = random.pick<unknown>([[], [], [[0, '__proto__', 'polluted']], [[9, 'a']], 'meta', [[1, 'json', 'x']]]);
  // What is too deep for JSON.stringify stays out; depth has a body of its own below.
  return { ...honest, body: JSON.stringify({ json, meta }) };
}

function malformedBody({ random, honest }: Making): Call {
  const text = String(honest.body);
  const body = random.pick<() => Buffer | string>([
    () => text.slice(0, 1 + random.whole(text.length - 2)),
    () => `${'['.repeat(50_000)}`,
    () => `{"json":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
    () => Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x00]),
    () => Buffer.concat([Buffer.from(text), Buffer.from([0])]),
    () => `${text}${text}`,
    () => text.replaceAll('"', "'"),
    () => `{"json":NaN}`,
    () => `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>`,
    () => `{"json":${'9'.repeat(5_000)}}`,
  ])();
  return { ...honest, body };
}

function wrongContentType({ random, honest }: Making): Call {
  const type = random.pick([
    'text/plain',
    'text/plain;charset=UTF-8',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'text/html',
    'application/xml',
    'image/svg+xml',
    'application/octet-stream',
    'application/jsonx',
    'text/json',
    'x',
  ]);
  return { ...honest, headers: { ...honest.headers, 'content-type': type } };
}

function wrongMethod({ random, honest }: Making): Call {
  const method = random.pick(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'QUERY']);
  const data = encodeURIComponent(String(honest.body));
  return { ...honest, method, path: `${honest.path}?data=${data}`, body: method === 'GET' ? undefined : honest.body };
}

function notSignedIn({ random, honest }: Making): Call {
  const { cookie = '', [KEY_HEADER]: key = '', ...rest } = honest.headers;
  const [name = ''] = cookie.split('=');
  const headers = random.pick<Record<string, string>>([
    {},
    { cookie },
    { [KEY_HEADER]: key },
    { cookie: `${name}=${'a'.repeat(43)}`, [KEY_HEADER]: key },
    { cookie: `${name}=`, [KEY_HEADER]: key },
    { cookie: `${name}=${key}`, [KEY_HEADER]: key },
    { cookie: cookie.slice(0, -1), [KEY_HEADER]: key },
    { cookie: `${'x='.repeat(200)}`, [KEY_HEADER]: key },
    { cookie, [KEY_HEADER]: key.toLowerCase() },
    { cookie, [KEY_HEADER]: `${key},${key}` },
  ]);
  return { ...honest, headers: { ...rest, ...headers }, mayAnswer: false };
}

function anotherSite({ random, honest, port }: Making): Call {
  const headers = random.pick<Record<string, string>>([
    { host: `evil.test:${port}` },
    { host: `127.0.0.1:${port}.evil.test` },
    { host: '127.0.0.1' },
    { host: `127.0.0.1:${Number(port) - 1}` },
    { host: `127.1:${port}` },
    { host: `[::ffff:127.0.0.1]:${port}` },
    { host: `user@127.0.0.1:${port}` },
    { origin: 'https://evil.test' },
    { origin: 'null' },
    { origin: `http://127.0.0.1:${Number(port) - 1}` },
    { origin: `http://localhost:${port}` },
    { origin: `https://127.0.0.1:${port}` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'same-origin, cross-site' },
  ]);
  return { ...honest, headers: { ...honest.headers, ...headers }, mayAnswer: false };
}

/** Not among them: a slash at the end, which the server takes as the same path. */
function wrongPath({ random, honest }: Making): Call {
  const name = honest.path.slice('/rpc/'.length);
  const path = random.pick([
    `/rpc//${name}`,
    `/rpc/${name}%00`,
    `/rpc/${name.replace('/', '%2f%2e%2e%2f')}`,
    `/rpc/x/../${name}x`,
    `/rpc/${name.toUpperCase()}`,
    `/rpc/${name.replace('/', '.')}`,
    '/rpc/__proto__/toString',
    '/rpc/constructor/constructor',
    '/rpc/session/__proto__',
    '/rpc/session',
    '/rpc',
    `/${name}`,
    `/rpc/${'a/'.repeat(2_000)}`,
    '/../../../../etc/passwd',
    '/docs-frame/..%2f..%2fprogress.sqlite',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/%c0%ae%c0%ae/x',
    '/%',
  ]);
  return { ...honest, path, mayAnswer: false };
}
