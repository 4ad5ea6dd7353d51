import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readChangelog } from '../docs/changelog.ts';
import { referencePage } from '../docs/reference-page.ts';
import { PAGE_POLICY } from '../docs/reference-style.ts';

/** The document for programs, the reference and the changelog for people. Everybody may read them. */
export const docsRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());

  app.get('/docs', { schema: { hide: true } }, async (_request, reply) => {
    // The policy of all other answers allows no style at all.
    reply.type('text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY);
    return referencePage(app.swagger());
  });

  app.get('/docs/changelog', { schema: { hide: true } }, async (_request, reply) => {
    reply.type('text/markdown; charset=utf-8');
    return readChangelog();
  });
};
