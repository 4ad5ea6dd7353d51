import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from './errors.ts';
import type { ApiKeys } from './keys.ts';
import { hashSecret, isSecret } from './secret.ts';
import type { Tokens } from './tokens.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who a valid token was made for; 0 before that is known. */
    memberId: number;
  }
}

/** Lets programs with a valid key pass. */
export function requireKey(keys: ApiKeys) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const key = request.headers['x-api-key'];
    if (typeof key === 'string' && keys.isValid(key)) return;
    reply.header('www-authenticate', 'ApiKey realm="library"');
    throw new ApiError(401, 'Send a valid key in the header x-api-key.');
  };
}

/** Lets the people pass who keep the keys. Without a secret in the environment nobody is one of them. */
export function requireAdmin(secret: string | undefined) {
  const hash = secret ? hashSecret(secret) : null;
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const given = request.headers['x-admin-secret'];
    if (hash && typeof given === 'string' && isSecret(given, hash)) return;
    reply.header('www-authenticate', 'Admin realm="library"');
    throw new ApiError(401, 'Send the admin secret in the header x-admin-secret.');
  };
}

/** Lets members with a valid token pass, and tells the handler who it is. */
export function requireMember(tokens: Tokens) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const [, token] = /^Bearer ([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const old = Number(request.headers['x-member-id']);
    const memberId = token === undefined ? old || null : await tokens.verify(token);
    if (memberId === null) {
      const error = token === undefined ? '' : ', error="invalid_token"';
      reply.header('www-authenticate', `Bearer realm="library"${error}`);
      throw new ApiError(401, 'Send a valid token in the header Authorization: Bearer.');
    }
    request.memberId = memberId;
  };
}
