import type { TestContext } from 'node:test';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { buildApp } from '../src/app.ts';

const ISSUER = 'https://issuer.test';
const AUDIENCE = 'https://library.example/api';

/** A key pair of the tests. The API checks tokens with its public half, because we hand it over. */
const { publicKey, privateKey } = await generateKeyPair('RS256');
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'test' }] });

/** A library of its own for one test. It is closed when the test ends, however that ends. */
export async function library(t: TestContext, { requestsAMinute = 1_000 } = {}) {
  const issuer = { issuer: ISSUER, audience: AUDIENCE, keys };
  const app = await buildApp({ databaseFile: ':memory:', issuer, requestsAMinute });
  t.after(() => app.close());
  return app;
}

/** What a token says of its owner, as the authorization server writes it. */
export type Claims = { member_id?: number; roles?: string[]; scope?: string; aud?: string };

/** The header of a request with a token that this API accepts, unless `aud` names another one. */
export async function tokenFor({ aud = AUDIENCE, ...claims }: Claims) {
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'test' })
    .setIssuer(ISSUER)
    .setAudience(aud)
    .setSubject('somebody')
    .setExpirationTime('5 minutes')
    .sign(privateKey);
  return { authorization: `Bearer ${token}` };
}

export const librarian = () => tokenFor({ roles: ['librarian'], scope: 'books:write loans:read loans:write' });

/** Ada is member 1, Ben is member 2. */
export const member = (id: number) => tokenFor({ member_id: id, roles: ['member'], scope: 'loans:read loans:write' });
