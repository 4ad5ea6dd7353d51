import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** Lets scripts of these origins, and of no other, read the answers. Several are separated by spaces; none in an empty text. */
export async function allowOrigins(app: FastifyInstance, origins: string) {
  await app.register(cors, {
    origin: origins.split(' ').filter(Boolean),
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', 'x-api-key'],
    exposedHeaders: ['location', 'link', 'deprecation', 'sunset', 'retry-after'],
    maxAge: 600,
  });
}
