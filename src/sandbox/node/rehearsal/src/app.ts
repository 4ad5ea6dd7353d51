import Fastify from 'fastify';
import { notes } from './notes.ts';
import { users } from './users.ts';

/** Touches what a learner's API touches: prefixes, schemas of both kinds, an error handler. Never seen by anyone. */
export async function buildApp() {
  const app = Fastify();
  app.setErrorHandler((error, _request, reply) => reply.code(500).send({ error: String(error) }));
  app.get('/health', async () => ({ ok: true }));
  await app.register(users, { prefix: '/api/v1' });
  await app.register(notes, { prefix: '/api/v1' });
  return app;
}
