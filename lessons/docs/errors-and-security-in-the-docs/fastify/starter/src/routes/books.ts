import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Books } from '../books.ts';
import { failures } from '../docs/failures.ts';
import { withToken } from '../docs/security.ts';
import { answerWith, nothing, page, pageWith, success } from '../envelope.ts';
import { requireLibrarian, requireScope } from '../guards.ts';
import type { Loans } from '../loans.ts';
import { Book, BookChange, BookQuery, NewBook } from '../schemas/book.ts';
import { IdParams } from '../schemas/list.ts';

const DEPRECATED_AT = Math.floor(Date.parse('2026-09-01T00:00:00Z') / 1000);
const SUNSET = new Date('2027-09-01T00:00:00Z').toUTCString();

const GUARDED = [requireScope('books:write'), requireLibrarian];

const listing = {
  tags: ['Books'],
  operationId: 'listBooks',
  summary: 'List the books',
  description: 'One page of the catalogue. Use version 2 in new programs: it names all who wrote a book.',
  deprecated: true,
  querystring: BookQuery,
  response: { 200: pageWith(Book, 'One page of the books.'), ...failures(400) },
};

const reading = {
  tags: ['Books'],
  operationId: 'readBook',
  summary: 'Read one book',
  description: 'A book that was removed is not found, even while old loans name it.',
  deprecated: true,
  params: IdParams,
  response: { 200: answerWith(Book, 'One book.'), ...failures(400, 404) },
};

const adding = {
  tags: ['Books'],
  operationId: 'addBook',
  summary: 'Add a book',
  description:
    'For librarians. A book with the same title and author must not be in the catalogue. `Location` leads to the new one.',
  security: withToken('books:write'),
  body: NewBook,
  response: { 201: answerWith(Book, 'The book is in the catalogue.'), ...failures(400, 401, 403, 409, 413, 422) },
};

const replacing = {
  tags: ['Books'],
  operationId: 'replaceBook',
  summary: 'Replace a book',
  description: 'For librarians. A field that is not sent is gone afterwards; to change one field, use PATCH.',
  security: withToken('books:write'),
  params: IdParams,
  body: NewBook,
  response: { 200: answerWith(Book, 'The book as it is now.'), ...failures(400, 401, 403, 404, 409, 413, 422) },
};

const changing = {
  tags: ['Books'],
  operationId: 'changeBook',
  summary: 'Change parts of a book',
  description: 'For librarians. Fields that are not sent stay as they are.',
  security: withToken('books:write'),
  params: IdParams,
  body: BookChange,
  response: { 200: answerWith(Book, 'The book as it is now.'), ...failures(400, 401, 403, 404, 409, 413, 422) },
};

const removing = {
  tags: ['Books'],
  operationId: 'removeBook',
  summary: 'Remove a book',
  description: 'For librarians. A book that is lent cannot be removed before it is back.',
  security: withToken('books:write'),
  params: IdParams,
  response: { 204: nothing('The book is out of the catalogue.'), ...failures(400, 401, 403, 404, 409) },
};

/** Version 1 of the books. It still works, and says in each answer that version 2 is there. */
export const bookRoutes: FastifyPluginAsyncZod<{ books: Books; loans: Loans }> = async (app, { books, loans }) => {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('deprecation', `@${DEPRECATED_AT}`);
    reply.header('sunset', SUNSET);
    reply.header('link', '</api/v2/books>; rel="successor-version"');
  });

  app.get('/', { schema: listing }, async (request) => {
    const { items, page: where } = books.list(request.query);
    return page('Books.', items, where);
  });

  app.get('/:id', { schema: reading }, async (request) => success('One book.', books.find(request.params.id)));

  app.post('/', { onRequest: GUARDED, schema: adding }, async (request, reply) => {
    const book = books.create(request.body);
    return reply.code(201).header('location', `${app.prefix}/${book.id}`).send(success('Book added.', book));
  });

  app.put('/:id', { onRequest: GUARDED, schema: replacing }, async (request) => {
    return success('Book replaced.', books.replace(request.params.id, request.body));
  });

  app.patch('/:id', { onRequest: GUARDED, schema: changing }, async (request) => {
    return success('Book changed.', books.change(request.params.id, request.body));
  });

  app.delete('/:id', { onRequest: GUARDED, schema: removing }, async (request, reply) => {
    loans.withdraw(request.params.id);
    return reply.code(204).send(null);
  });
};
