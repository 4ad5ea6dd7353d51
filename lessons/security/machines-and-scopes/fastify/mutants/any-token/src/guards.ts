import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, callerOf, type Issuer } from './access.ts';
import { ApiError } from './errors.ts';
import type { ApiKeys } from './keys.ts';
import { hashSecret, isSecret } from './secret.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is calling; null for a request without a token. */
    caller: Caller | null;
  }
}

/** Reads the token of each request, if it has one. A token that is not good is refused even where none is needed. */
export function readTokens(app: FastifyInstance, issuer: Issuer) {
  app.decorateRequest('caller', null);
  app.addHook('onRequest', async (request, reply) => {
    const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (!token) return;
    try {
      request.caller = await callerOf(token, issuer);
    } catch (error) {
      reply.header('www-authenticate', 'Bearer realm="library", error="invalid_token"');
      throw error;
    }
  });
}

/** Lets everybody pass who has a good token. */
export async function requireCaller(request: FastifyRequest, reply: FastifyReply) {
  callerIn(request, reply);
}

/** Lets everybody pass who has a token with this scope. 401 asks for a token; 403 says that this one is not enough. */
export function requireScope(scope: string) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { scopes } = callerIn(request, reply);
    if (scopes.length > 0) return;
    reply.header('www-authenticate', `Bearer realm="library", error="insufficient_scope", scope="${scope}"`);
    throw new ApiError(403, `This needs the scope ${scope}.`);
  };
}

/** Lets programs pass that have a valid key, and those that have a token for reports. */
export function requireKeyOrScope(keys: ApiKeys, scope: string) {
  const withScope = requireScope(scope);
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const key = request.headers['x-api-key'];
    if (typeof key === 'string' && keys.isValid(key)) return;
    await withScope(request, reply);
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

function callerIn(request: FastifyRequest, reply: FastifyReply): Caller {
  if (request.caller) return request.caller;
  reply.header('www-authenticate', 'Bearer realm="library"');
  throw new ApiError(401, 'Send a token in the header Authorization: Bearer.');
}
