import Fastify from 'fastify';
import { success } from './envelope.ts';
import { ApiError, answerErrors } from './errors.ts';

interface Book {
  id: number;
  title: string;
  author: string;
  year?: number;
}

const books: Book[] = [
  { id: 1, title: 'Middlemarch', author: 'George Eliot', year: 1871 },
  { id: 2, title: 'Walden', author: 'Henry David Thoreau', year: 1854 },
  { id: 4, title: 'The Time Machine', author: 'H. G. Wells', year: 1895 },
];
let lastId = 4;

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

export async function buildApp() {
  const app = Fastify({ logger: { level: 'error' } });
  answerErrors(app);

  app.get('/api/v1/books', async () => success('All books.', books));

  app.get<{ Params: { id: string } }>('/api/v1/books/:id', async (request) => {
    const book = books.find((book) => book.id === Number(request.params.id));
    if (!book) throw new ApiError(404, 'There is no book with this id.');
    return book;
  });

  app.post<{ Body?: Partial<Book> }>('/api/v1/books', async (request, reply) => {
    const { title, author, year } = request.body ?? {};
    if (!isText(title) || !isText(author)) throw new ApiError(400, 'A book needs a title and an author.');
    lastId += 1;
    const book: Book = { id: lastId, title, author, year };
    books.push(book);
    return reply.code(201).header('location', `/api/v1/books/${book.id}`).send(success('Book added.', book));
  });

  // Stands for the mistake that you have not found yet. The checks call it: leave it in.
  app.get('/api/v1/stocktake', async () => {
    throw new Error('cannot reach books-db, user "librarian", password "quiet-please"');
  });

  return app;
}
