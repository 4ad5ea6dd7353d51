import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Books } from '../books.ts';
import { answerWith, page, pageWith, success } from '../envelope.ts';
import { requireScope } from '../guards.ts';
import type { Loans } from '../loans.ts';
import { Book, BookChange, BookQuery, NewBook } from '../schemas/book.ts';
import { IdParams } from '../schemas/list.ts';

const DEPRECATED_AT = Math.floor(Date.parse('2026-09-01T00:00:00Z') / 1000);
const SUNSET = new Date('2027-09-01T00:00:00Z').toUTCString();

const GUARDED = { onRequest: requireScope('books:write') };

/** Version 1 of the books. It still works, and says in each answer that version 2 is there. */
export const bookRoutes: FastifyPluginAsyncZod<{ books: Books; loans: Loans }> = async (app, { books, loans }) => {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('deprecation', `@${DEPRECATED_AT}`);
    reply.header('sunset', SUNSET);
    reply.header('link', '</api/v2/books>; rel="successor-version"');
  });

  app.get('/', { schema: { querystring: BookQuery, response: { 200: pageWith(Book) } } }, async (request) => {
    const { items, page: where } = books.list(request.query);
    return page('Books.', items, where);
  });

  app.get('/:id', { schema: { params: IdParams, response: { 200: answerWith(Book) } } }, async (request) => {
    return success('One book.', books.find(request.params.id));
  });

  const adding = { body: NewBook, response: { 201: answerWith(Book) } };
  app.post('/', { ...GUARDED, schema: adding }, async (request, reply) => {
    const book = books.create(request.body);
    return reply.code(201).header('location', `${app.prefix}/${book.id}`).send(success('Book added.', book));
  });

  const replacing = { params: IdParams, body: NewBook, response: { 200: answerWith(Book) } };
  app.put('/:id', { ...GUARDED, schema: replacing }, async (request) => {
    return success('Book replaced.', books.replace(request.params.id, request.body));
  });

  const changing = { params: IdParams, body: BookChange, response: { 200: answerWith(Book) } };
  app.patch('/:id', { ...GUARDED, schema: changing }, async (request) => {
    return success('Book changed.', books.change(request.params.id, request.body));
  });

  const removing = { params: IdParams, response: { 204: z.null() } };
  app.delete('/:id', { ...GUARDED, schema: removing }, async (request, reply) => {
    loans.withdraw(request.params.id);
    return reply.code(204).send(null);
  });
};
