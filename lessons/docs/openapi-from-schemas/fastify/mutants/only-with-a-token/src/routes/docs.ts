import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { requirePerson } from '../guards.ts';

/** The document for programs. Everybody may read it. */
export const docsRoutes: FastifyPluginAsyncZod = async (app) => {
  app.addHook('onRequest', requirePerson);
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
};
