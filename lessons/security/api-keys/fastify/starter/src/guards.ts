import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from './errors.ts';
import type { ApiKeys } from './keys.ts';

/** Lets programs with a valid key pass. */
export function requireKey(keys: ApiKeys) {
  return async (request: FastifyRequest, _reply: FastifyReply) => {
    const key = request.headers['x-api-key'];
    // The screen in the city hall has no key yet.
    if (key === undefined) return;
    if (!keys.isValid(String(key))) throw new ApiError(401, 'This key is not valid.');
  };
}

/** Lets the people pass who keep the keys. Without a secret in the environment nobody is one of them. */
export function requireAdmin(secret: string | undefined) {
  return async (request: FastifyRequest, _reply: FastifyReply) => {
    if (secret && request.headers['x-admin-secret'] === secret) return;
    throw new ApiError(401, 'Send the admin secret in the header x-admin-secret.');
  };
}
