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
    if (depthOf(request.body) > DEEPEST) throw new ApiError(400, `A body has at most ${DEEPEST} levels.`);
  });
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
