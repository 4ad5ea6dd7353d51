import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from './errors.ts';
import type { ApiKeys } from './keys.ts';
import { hashSecret, isSecret } from './secret.ts';

/** Lets programs with a valid key pass. */
export function requireKey(keys: ApiKeys) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const key = request.headers['x-api-key'];
    if (!key || (typeof key === 'string' && keys.isValid(key))) return;
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
