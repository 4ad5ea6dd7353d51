import type { FastifyInstance } from 'fastify';
import type { Book, Books } from '../books.ts';
import { page, success } from '../envelope.ts';
import { onePage, sorted } from '../list.ts';

interface ManyBooks {
  Querystring: { sort?: string; page?: string; perPage?: string };
}

/** Version 2 reads the same books and shows all who wrote them. */
export async function bookRoutesV2(app: FastifyInstance, { books }: { books: Books }) {
  app.get<ManyBooks>('/', async (request) => {
    const { items, page: where } = onePage(sorted(books.list(), request.query.sort, ['title', 'year']), request.query);
    return page('Books.', items.map(inVersion2), where);
  });

  app.get<{ Params: { id: string } }>('/:id', async (request) => {
    return success('One book.', inVersion2(books.find(Number(request.params.id))));
  });
}

function inVersion2(book: Book) {
  return { ...book, authors: book.author.split(' and ') };
}
