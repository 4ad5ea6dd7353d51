import type { FastifyInstance } from 'fastify';
import type { Book, Books } from '../books.ts';
import { page, success } from '../envelope.ts';
import { ApiError } from '../errors.ts';
import { onePage, sorted } from '../list.ts';
import type { Loans } from '../loans.ts';

interface ManyBooks {
  Querystring: { author?: string; available?: string; sort?: string; page?: string; perPage?: string };
}

interface OneBook {
  Params: { id: string };
  Body?: Partial<Book>;
}

const DEPRECATED_AT = Date.parse('2026-09-01T00:00:00Z');
const SUNSET = new Date('2027-09-01T00:00:00Z').toUTCString();

/** Version 1 of the books. It still works, and says in each answer that version 2 is there. */
export async function bookRoutes(app: FastifyInstance, { books, loans }: { books: Books; loans: Loans }) {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('deprecation', `@${DEPRECATED_AT}`);
    reply.header('sunset', SUNSET);
    reply.header('link', '</api/v2/books>; rel="successor-version"');
  });

  app.get<ManyBooks>('/', async (request) => {
    const { author, available, sort } = request.query;
    if (available !== undefined && available !== 'true' && available !== 'false') {
      throw new ApiError(400, 'available is true or false.');
    }
    const found = books
      .list()
      .filter((book) => author === undefined || book.author === author)
      .filter((book) => available === undefined || String(!loans.isOut(book.id)) === available);
    const { items, page: where } = onePage(sorted(found, sort, ['title', 'author', 'year']), request.query);
    return page('Books.', items, where);
  });

  app.get<OneBook>('/:id', async (request) => success('One book.', books.find(Number(request.params.id))));

  app.post<{ Body?: Partial<Book> }>('/', async (request, reply) => {
    const book = books.create(request.body ?? {});
    return reply.code(201).header('location', `${app.prefix}/${book.id}`).send(success('Book added.', book));
  });

  app.put<OneBook>('/:id', async (request) => {
    return success('Book replaced.', books.replace(Number(request.params.id), request.body ?? {}));
  });

  app.patch<OneBook>('/:id', async (request) => {
    return success('Book changed.', books.change(Number(request.params.id), request.body ?? {}));
  });

  app.delete<OneBook>('/:id', async (request, reply) => {
    loans.withdraw(Number(request.params.id));
    return reply.code(204).send();
  });
}
