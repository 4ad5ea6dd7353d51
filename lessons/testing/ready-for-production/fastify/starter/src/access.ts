import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Config } from './config.ts';
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

/** The authorization server that the configuration names. Its keys are fetched with the first token, and kept. */
export function issuerOf({ OAUTH_ISSUER, OAUTH_AUDIENCE }: Config): Issuer {
  return {
    issuer: OAUTH_ISSUER,
    audience: OAUTH_AUDIENCE,
    keys: createRemoteJWKSet(new URL(`${OAUTH_ISSUER}/jwks`)),
  };
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
