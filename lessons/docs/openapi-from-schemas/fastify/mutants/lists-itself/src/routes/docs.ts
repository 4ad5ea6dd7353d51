import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';

/** The document for programs. Everybody may read it. */
export const docsRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/openapi.json', async () => app.swagger());
};
