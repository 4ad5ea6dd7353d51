import type { FastifyInstance } from 'fastify';
import { ApiError } from './errors.ts';

/** Bytes of a body. The largest thing that a client may send, a book with long names, has less than 2 KB. */
export const BODY_LIMIT = 64 * 1024;
/** Characters of one part of a path, such as an id. */
export const MOST_IN_A_PARAMETER = 50;
const DEEPEST = 10;

/** Refuses bodies with lists and objects in one another, before anything walks through them. */
export function refuseDeepBodies(app: FastifyInstance) {
  app.addHook('preValidation', async (request) => {
    if (isTooDeep(request.body)) throw new ApiError(400, `A body has at most ${DEEPEST} levels.`);
  });
}

/** Level by level and without recursion, so that the depth cannot exhaust the stack here either. */
function isTooDeep(body: unknown): boolean {
  let level = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value) => (typeof value === 'object' ? Object.values(value) : []));
  }
  return false;
}
