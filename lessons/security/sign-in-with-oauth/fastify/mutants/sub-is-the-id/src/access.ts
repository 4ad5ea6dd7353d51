import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { ApiError } from './errors.ts';

/** Where access tokens come from, for which API, and the keys that they are signed with. */
export interface Issuer {
  issuer: string;
  audience: string;
  keys: JWTVerifyGetKey;
}

/** Who is calling. A librarian and a program have no `memberId`. */
export interface Caller {
  memberId?: number;
}

const Claims = z
  .object({ sub: z.coerce.number().int().positive() })
  .transform(({ sub }): Caller => ({ memberId: sub }));

/** The authorization server that the environment names. Its keys are fetched with the first token, and kept. */
export function issuerFromEnvironment(): Issuer {
  const issuer = process.env.OAUTH_ISSUER ?? 'http://localhost:4000';
  const audience = process.env.OAUTH_AUDIENCE ?? 'https://library.example/api';
  return { issuer, audience, keys: createRemoteJWKSet(new URL(`${issuer}/jwks`)) };
}

/** Who an access token was made for. Throws 401 for every token that is not good, and says no more than that. */
export async function callerOf(token: string, { issuer, audience, keys }: Issuer): Promise<Caller> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      typ: 'at+jwt',
      issuer,
      audience,
      requiredClaims: ['exp', 'sub'],
    });
    return Claims.parse(payload);
  } catch {
    throw new ApiError(401, 'This token is not valid.');
  }
}
