import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Books } from '../books.ts';
import { answerWith, page, pageWith, success } from '../envelope.ts';
import { onePage, sorted } from '../list.ts';
import { type Book, BookQueryV2, BookV2 } from '../schemas/book.ts';
import { IdParams } from '../schemas/list.ts';

/** Version 2 reads the same books and shows all who wrote them. */
export const bookRoutesV2: FastifyPluginAsyncZod<{ books: Books }> = async (app, { books }) => {
  app.get('/', { schema: { querystring: BookQueryV2, response: { 200: pageWith(BookV2) } } }, async (request) => {
    const { items, page: where } = onePage(sorted(books.list(), request.query.sort, ['title', 'year']), request.query);
    return page('Books.', items.map(inVersion2), where);
  });

  app.get('/:id', { schema: { params: IdParams, response: { 200: answerWith(BookV2) } } }, async (request) => {
    return success('One book.', inVersion2(books.find(request.params.id)));
  });
};

function inVersion2({ author, ...book }: Book) {
  return { ...book, authors: author.split(' and ') };
}
