import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Books } from '../books.ts';
import { html } from '../html.ts';
import { IdParams } from '../schemas/list.ts';

/** A label to print and put on the back of a book. */
export const labelRoutes: FastifyPluginAsyncZod<{ books: Books }> = async (app, { books }) => {
  app.get('/:id/label', { schema: { params: IdParams } }, async (request, reply) => {
    const { id, title, author } = books.find(request.params.id);
    reply.type('text/html; charset=utf-8');
    return html`<!doctype html><title>Label ${id}</title><h1>${title}</h1><p>${author}</p>`;
  });
};
