import type { DatabaseSync } from 'node:sqlite';
import type { FastifyPluginAsync } from 'fastify';
import { failure, success } from '../envelope.ts';

/** For whoever keeps the process running. `/health`: it answers. `/ready`: it can do its work. */
export const healthRoutes: FastifyPluginAsync<{ database: DatabaseSync }> = async (app, { database }) => {
  app.get('/health', async () => success('Alive.', null));

  app.get('/ready', async (request, reply) => {
    try {
      database.prepare('SELECT 1 FROM books LIMIT 1').get();
      return success('Ready.', null);
    } catch (error) {
      request.log.error(error);
      return reply.code(503).send(failure('Not ready.'));
    }
  });
};
