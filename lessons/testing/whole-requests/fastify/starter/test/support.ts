import type { TestContext } from 'node:test';
import { createLocalJWKSet, exportJWK, generateKeyPair } from 'jose';
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
