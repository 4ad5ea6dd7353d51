import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { ApiError } from './errors.ts';

/** Where access tokens come from, for which API, and the keys that they are signed with. */
export interface Issuer {
  issuer: string;
  audience: string;
  keys: JWTVerifyGetKey;
}

/** Who is calling: a member, a librarian, or a program, which has neither member nor role. */
export interface Caller {
  memberId?: number;
  roles: string[];
  scopes: string[];
}

const Claims = z
  .object({
    member_id: z.int().positive().optional(),
    roles: z.array(z.string()).default([]),
    scope: z.string().default(''),
  })
  .transform(({ member_id, roles, scope }): Caller => ({ memberId: member_id, roles, scopes: scope.split(' ') }));

/** The authorization server that the environment names. Its keys are fetched with the first token, and kept. */
export function issuerFromEnvironment(): Issuer {
  const issuer = process.env.OAUTH_ISSUER ?? 'http://localhost:4000';
  const audience = process.env.OAUTH_AUDIENCE ?? 'https://library.example/api';
  return { issuer, audience, keys: createRemoteJWKSet(new URL(`${issuer}/jwks`)) };
}

/** Who an access token was made for. Throws 401 for every token that is not good, and says no more than that. */
export async function callerOf(token: string, { issuer, keys }: Issuer): Promise<Caller> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      typ: 'at+jwt',
      issuer,
      requiredClaims: ['exp', 'sub'],
    });
    return Claims.parse(payload);
  } catch {
    throw new ApiError(401, 'This token is not valid.');
  }
}
