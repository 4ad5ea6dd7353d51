import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Books } from '../books.ts';
import { failures } from '../docs/failures.ts';
import { answerWith, page, pageWith, success } from '../envelope.ts';
import { type Book, BookQueryV2, BookV2 } from '../schemas/book.ts';
import { IdParams } from '../schemas/list.ts';

const listing = {
  tags: ['Books'],
  operationId: 'listBooksV2',
  summary: 'List the books with all authors',
  description: 'One page of the catalogue. The same books as in version 1.',
  querystring: BookQueryV2,
  response: { 200: pageWith(BookV2, 'One page of the books.'), ...failures(400) },
};

const reading = {
  tags: ['Books'],
  operationId: 'readBookV2',
  summary: 'Read one book with all authors',
  description: 'The same book as in version 1, by the same id.',
  params: IdParams,
  response: { 200: answerWith(BookV2, 'One book.'), ...failures(400, 404) },
};

/** Version 2 reads the same books and shows all who wrote them. */
export const bookRoutesV2: FastifyPluginAsyncZod<{ books: Books }> = async (app, { books }) => {
  app.get('/', { schema: listing }, async (request) => {
    const { items, page: where } = books.list(request.query);
    return page('Books.', items.map(inVersion2), where);
  });

  app.get('/:id', { schema: reading }, async (request) => {
    return success('One book.', inVersion2(books.find(request.params.id)));
  });
};

function inVersion2({ author, ...book }: Book) {
  return { ...book, authors: author.split(' and ') };
}
