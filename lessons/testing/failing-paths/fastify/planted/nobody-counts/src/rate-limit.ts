import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { ApiError } from './errors.ts';

/** Requests that one address may send in a minute. */
const A_MINUTE = 60;

/**
 * Limits how often each address may call. Counts before anything else is done, also where no route is: whoever calls too
 * often hears 429, and in Retry-After for how many seconds to wait. `most` is for tests.
 */
export async function limitRates(app: FastifyInstance, most = A_MINUTE) {
  await app.register(rateLimit, {
    global: false,
    max: most,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { after }) => new ApiError(429, `Too many requests. Try again in ${after}.`),
  });
}
