import { createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { TokenSpec } from '../../contract/http-step.ts';
import type { Json } from '../../contract/ids.ts';
import { type Captured, fillJson, fillTemplate } from '../../core/check/capture.ts';
import { issuerKeys } from '../lab/authorization/issuer-keys.ts';

/** Keys that nobody else has, made once. */
let stranger: { secret: string; privateKey: KeyObject } | undefined;

/**
 * A JSON Web Token as `spec` wants it, made by hand (RFC 7515, compact), since no library signs what should not be.
 * Beside an authorization server it looks like one of its access tokens (RFC 9068), whoever signs it. `iat` and `exp`
 * are there unless the claims say otherwise. `env`: the variables of the lab.
 */
export async function forgeToken(spec: TokenSpec, values: Captured, env: Record<string, string>): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const exp = now + spec.expiresIn;
  const looksIssued = typeof spec.key === 'string' && env.OAUTH_ISSUER !== undefined;
  const header: Json = {
    alg: spec.alg,
    ...(looksIssued ? { typ: 'at+jwt', kid: issuerKeys().kid } : { typ: 'JWT' }),
    ...filled(spec.header, values),
  };
  const claims: Json = { iat: Math.min(now, exp - 300), exp, ...filled(spec.claims, values) };
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${signatureOf(signed, spec, values, env)}`;
}

function signatureOf(signed: string, { alg, key }: TokenSpec, values: Captured, env: Record<string, string>): string {
  if (alg === 'none') return '';
  if (alg === 'RS256') {
    const pair = key === 'issuer' ? issuerKeys() : strangers();
    return sign('sha256', Buffer.from(signed), pair.privateKey).toString('base64url');
  }
  const secret = (): string => {
    if (key === 'issuer-public') return issuerKeys().publicPem;
    if (typeof key === 'string') return strangers().secret;
    return 'env' in key ? (env[key.env] ?? '') : fillTemplate(key.text, values);
  };
  return createHmac('sha256', secret()).update(signed).digest('base64url');
}

function strangers() {
  stranger ??= {
    secret: randomBytes(48).toString('base64url'),
    privateKey: generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey,
  };
  return stranger;
}

function filled(record: Record<string, Json>, values: Captured): Record<string, Json> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, fillJson(value, values)]));
}

function encode(json: Json): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}
