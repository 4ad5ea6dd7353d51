import { createPublicKey } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { TokenSpec } from '../../contract/http-step.ts';
import { issuerKeys } from '../lab/authorization/issuer-keys.ts';
import { forgeToken } from './forge-token.ts';

const OAUTH = { OAUTH_ISSUER: 'http://localhost:1', JWT_SECRET: 's'.repeat(40) };
const forge = (spec: object, env: Record<string, string> = OAUTH, values = {}) =>
  forgeToken(TokenSpec.parse({ as: 't', ...spec }), values, env);
const bytes = (text: string) => new TextEncoder().encode(text);
const issuer = () => createPublicKey(issuerKeys().privateKey);

describe('a token that a check makes', () => {
  test('is good when it is signed with the secret of the lab', async () => {
    const token = await forge(
      { alg: 'HS256', key: { env: 'JWT_SECRET' }, claims: { sub: '{{who}}', n: '{{n}}' } },
      OAUTH,
      {
        who: 'ada',
        n: 7,
      },
    );
    const { payload, protectedHeader } = await jwtVerify(token, bytes(OAUTH.JWT_SECRET));
    expect(protectedHeader).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(payload).toMatchObject({ sub: 'ada', n: 7 });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
  });
  test('is good when the authorization server might have signed it, until it is over', async () => {
    const good = await forge({ alg: 'RS256', key: 'issuer' });
    expect((await jwtVerify(good, issuer(), { typ: 'at+jwt' })).protectedHeader.kid).toBe(issuerKeys().kid);
    const old = await forge({ alg: 'RS256', key: 'issuer', expiresIn: -60 });
    await expect(jwtVerify(old, issuer())).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
  });
  test.each([
    ['RS256', issuer],
    ['HS256', () => bytes(OAUTH.JWT_SECRET)],
  ] as const)('by a stranger with %s looks right and is not', async (alg, key) => {
    const token = await forge({ alg, claims: { sub: 'ada' } });
    expect(decodeProtectedHeader(token)).toEqual({ alg, typ: 'at+jwt', kid: issuerKeys().kid });
    await expect(jwtVerify(token, key())).rejects.toMatchObject({ code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' });
    // Always the same stranger.
    expect((await forge({ alg, claims: { sub: 'ada', iat: 1, exp: 2 } })).split('.')[2]).toBe(
      (await forge({ alg, claims: { sub: 'ada', iat: 1, exp: 2 } })).split('.')[2],
    );
  });
  test('with the public key as a secret is what a careless server takes', async () => {
    const token = await forge({ alg: 'HS256', key: 'issuer-public' });
    const pem = String(issuer().export({ type: 'spki', format: 'pem' }));
    expect((await jwtVerify(token, bytes(pem))).protectedHeader.alg).toBe('HS256');
  });
  test('may have no signature, another header and other claims', async () => {
    const token = await forge({ alg: 'none', header: { typ: 'JWT', kid: '../../x' }, claims: { exp: 5, sub: null } });
    expect(token.split('.')[2]).toBe('');
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'none', typ: 'JWT', kid: '../../x' });
    expect(decodeJwt(token)).toMatchObject({ exp: 5, sub: null });
  });
});
