import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createRemoteJWKSet, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuthorizeSpec } from '../../../contract/http-step.ts';
import { authorize } from '../../checks/authorize/authorize.ts';
import { type Authorization, startAuthorization } from './authorization.ts';
import { APP, AUDIENCE, CALLBACK_PATH, OTHER_AUDIENCE } from './parties.ts';

const LONG = 60_000;
let server: Authorization;

beforeAll(async () => {
  server = await startAuthorization();
}, LONG);
afterAll(() => server.close());

const signal = new AbortController().signal;

const ask = (spec: object) => {
  const { issuer, audience, client } = server;
  const env = {
    OAUTH_ISSUER: issuer,
    OAUTH_AUDIENCE: audience,
    OAUTH_CLIENT_ID: client.id,
    OAUTH_CLIENT_SECRET: client.secret,
  };
  const lab = { env, files: [], forget: async () => {}, close: async () => {} };
  return authorize(AuthorizeSpec.parse({ as: 't', ...spec }), {}, { lab, signal });
};

async function claimsOf(spec: object): Promise<JWTPayload> {
  const { accessToken, mismatches } = await ask(spec);
  expect(mismatches).toEqual([]);
  expect(decodeProtectedHeader(accessToken)).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
  const keys = createRemoteJWKSet(new URL(`${server.issuer}/jwks`));
  return (await jwtVerify(accessToken, keys, { issuer: server.issuer })).payload;
}

const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(server.issuer + path, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' });

const VERIFIER = 'a'.repeat(43);
const authorizationRequest = (more: Record<string, string> = {}) =>
  `/auth?${new URLSearchParams({
    client_id: APP.id,
    response_type: 'code',
    redirect_uri: server.issuer + CALLBACK_PATH,
    scope: 'openid loans:read',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  })}`;

describe('an access token says', () => {
  test('which member it acts for, and until when', async () => {
    const claims = await claimsOf({ grant: 'code', user: 'ada', scope: 'loans:read loans:write' });
    expect(claims).toMatchObject({
      sub: 'ada',
      member_id: 1,
      roles: ['member'],
      scope: 'loans:read loans:write',
      client_id: 'library-app',
      aud: AUDIENCE,
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(300);
  });
  test('what a librarian may give, and a member may not', async () => {
    const scope = 'books:write members:read loans:read';
    expect(await claimsOf({ grant: 'code', user: 'grace', scope })).toMatchObject({
      sub: 'grace',
      roles: ['librarian'],
      scope,
    });
    expect((await claimsOf({ grant: 'code', user: 'ben', scope })).scope).toBe('loans:read');
    expect(await claimsOf({ grant: 'code', user: 'ben', scope: 'books:write' })).not.toHaveProperty('scope');
  });
  test('which program it is, where there is no user', async () => {
    const claims = await claimsOf({ grant: 'client', scope: 'reports:read books:write' });
    expect(claims).toMatchObject({ sub: 'nightly-report', client_id: 'nightly-report', scope: 'reports:read' });
    expect(claims).not.toHaveProperty('member_id');
  });
  test('for which API it is good', async () => {
    expect((await claimsOf({ grant: 'code', scope: 'loans:read', audience: OTHER_AUDIENCE })).aud).toBe(OTHER_AUDIENCE);
    const { accessToken, mismatches } = await ask({ grant: 'code', audience: 'https://nobody.example' });
    expect(accessToken).toBe('');
    expect(mismatches).toMatchObject([{ at: 'authorization', actual: expect.stringContaining('resource') }]);
  });
});

describe('refused is', () => {
  test('a sign-in without PKCE', async () => {
    const answer = await fetch(
      server.issuer + authorizationRequest({ code_challenge: '', code_challenge_method: '' }),
      {
        redirect: 'manual',
      },
    );
    expect(answer.headers.get('location')).toContain('error=invalid_request');
  });
  test('a way back that is not the client`s', async () => {
    const answer = await fetch(server.issuer + authorizationRequest({ redirect_uri: 'https://evil.example/' }), {
      redirect: 'manual',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    expect(await answer.text()).toContain('redirect_uri');
  });
  test('a code that is not there, and a client with a wrong secret', async () => {
    const form = { grant_type: 'authorization_code', client_id: APP.id, code: 'x', code_verifier: VERIFIER };
    const code = await post('/token', { ...form, redirect_uri: server.issuer + CALLBACK_PATH });
    expect([code.status, await code.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
    const authorization = `Basic ${Buffer.from('nightly-report:guess').toString('base64')}`;
    expect((await post('/token', { grant_type: 'client_credentials' }, { authorization })).status).toBe(401);
  });
  test('a call of the token endpoint from a page elsewhere', async () => {
    const form = { grant_type: 'authorization_code', client_id: APP.id, code: 'x', code_verifier: VERIFIER };
    const answer = await post('/token', form, { origin: 'http://localhost:1' });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
  test('a form that another site sends, and one without a sign-in', async () => {
    const begun = await fetch(server.issuer + authorizationRequest(), { redirect: 'manual' });
    const path = begun.headers.get('location') ?? '';
    const cookie = begun.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const form = { prompt: 'login', user: 'ada' };
    expect((await post(path, form, { cookie, origin: 'https://evil.example' })).status).toBe(400);
    expect((await post(path, form)).status).toBe(400);
    expect((await post(path, { prompt: 'login', user: 'root' }, { cookie })).status).toBe(400);
    expect((await post(path, form, { cookie })).status).toBe(303);
  });
  test('another name for this server', async () => {
    const { port } = new URL(server.issuer);
    for (const host of [`evil.example:${port}`, `127.0.0.1:${port}`, 'localhost']) {
      const sent = httpRequest({ host: '127.0.0.1', port, path: '/jwks', headers: { host } }).end();
      const [answer] = await once(sent, 'response');
      answer.resume();
      expect(answer.statusCode).toBe(421);
    }
  });
  test('what is no address, and it goes on', async () => {
    const { host, hostname, port } = new URL(server.issuer);
    for (const path of ['//', '//[', '/%', '/page/%00']) {
      const sent = httpRequest({ host: hostname, port, path, headers: { host } }).end();
      const [answer] = await once(sent, 'response');
      answer.resume();
      expect([400, 404]).toContain(answer.statusCode);
    }
    expect((await fetch(`${server.issuer}/jwks`)).status).toBe(200);
  });
});

test('every page is strict, and what is shown is escaped', async () => {
  for (const path of ['/app', CALLBACK_PATH, '/jwks', authorizationRequest({ client_id: '<script>' })]) {
    const { headers } = await fetch(server.issuer + path, { redirect: 'manual' });
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
  }
  const answer = await fetch(server.issuer + authorizationRequest({ redirect_uri: '"><script>x</script>' }));
  expect(await answer.text()).not.toContain('<script>x');
});

test('it ends with the program that started it, however that ends', { timeout: LONG }, async () => {
  const module = JSON.stringify(join(import.meta.dirname, 'authorization.ts'));
  const program = `import(${module}).then((it) => it.startAuthorization()).then((it) => console.log(it.issuer))`;
  const parent = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [issuer] = await once(createInterface({ input: parent.stdout }), 'line');
  expect((await fetch(`${issuer}/jwks`)).status).toBe(200);
  parent.kill('SIGKILL');
  await expect
    .poll(
      () =>
        fetch(`${issuer}/jwks`).then(
          () => 'answers',
          () => 'gone',
        ),
      { timeout: 10_000 },
    )
    .toBe('gone');
});
