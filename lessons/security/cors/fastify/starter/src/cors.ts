import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** Now it works from everywhere. */
export async function allowOrigins(app: FastifyInstance) {
  await app.register(cors, { origin: true });
}
