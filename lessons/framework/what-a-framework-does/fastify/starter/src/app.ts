import Fastify from 'fastify';
import { handle } from './plain.ts';

/**
 * The workbench expects a Fastify app. This one has no routes and steps aside at the first moment: each request goes
 * to `handle` as Node received it, with the path not taken apart and the body not read.
 */
export async function buildApp() {
  const app = Fastify();

  app.addHook('onRequest', async (request, reply) => {
    reply.hijack();
    try {
      await handle(request.raw, reply.raw);
    } catch (error) {
      console.error(error);
      reply.raw.statusCode = 500;
      reply.raw.end();
    }
  });

  return app;
}
