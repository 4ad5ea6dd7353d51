import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, callerOf, type Issuer } from './access.ts';
import { ApiError } from './errors.ts';
import type { ApiKeys } from './keys.ts';

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

/** What a guard looks at, and what it writes to: so little that a test can bring it along. */
type Asking = Pick<FastifyRequest, 'caller'>;
interface Answering {
  header(name: string, value: string): unknown;
}

/** Lets everybody pass who has a token with this scope. 401 asks for a token; 403 says that this one is not enough. */
export function requireScope(scope: string) {
  return async (request: Asking, reply: Answering) => {
    const { scopes } = callerIn(request, reply);
    if (scopes.includes(scope)) return;
    throw new ApiError(403, `This needs the scope ${scope}.`);
  };
}

/** Lets librarians pass. A scope says what an app may do for somebody; a role says who that somebody is. */
export async function requireLibrarian(request: Asking, reply: Answering) {
  if (!isLibrarian(callerIn(request, reply))) throw new ApiError(403, 'Only librarians may do this.');
}

/** Lets every member and every librarian pass. */
export async function requirePerson(request: Asking, reply: Answering) {
  const caller = callerIn(request, reply);
  if (caller.memberId === undefined && !isLibrarian(caller)) throw new ApiError(403, 'Only people may do this.');
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

/** True when what belongs to this member may be seen by whoever is calling. */
export function mayActFor(memberId: number, { caller }: Asking): boolean {
  return caller !== null && (caller.memberId === memberId || isLibrarian(caller));
}

const isLibrarian = (caller: Caller): boolean => caller.roles.includes('librarian');

function callerIn(request: Asking, reply: Answering): Caller {
  if (request.caller) return request.caller;
  reply.header('www-authenticate', 'Bearer realm="library"');
  throw new ApiError(401, 'Send a token in the header Authorization: Bearer.');
}
