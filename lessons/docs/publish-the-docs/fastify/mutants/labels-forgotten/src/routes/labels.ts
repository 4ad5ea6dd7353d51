import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Books } from '../books.ts';
import { failures } from '../docs/failures.ts';
import { html } from '../html.ts';
import { IdParams } from '../schemas/list.ts';

const printing = {
  tags: ['Books'],
  operationId: 'printLabel',
  summary: 'Print the label of a book',
  description: 'A small HTML page with the title and the author, for the back of the book.',
  params: IdParams,
  response: {
    200: { description: 'The label.', content: { 'text/html': { schema: z.string() } } },
    ...failures(400, 404),
  },
};

/** A label to print and put on the back of a book. */
export const labelRoutes: FastifyPluginAsyncZod<{ books: Books }> = async (app, { books }) => {
  app.get('/:id/label', { schema: printing }, async (request, reply) => {
    const { id, title, author } = books.find(request.params.id);
    reply.type('text/html; charset=utf-8');
    return html`<!doctype html><title>Label ${id}</title><h1>${title}</h1><p>${author}</p>`;
  });
};
