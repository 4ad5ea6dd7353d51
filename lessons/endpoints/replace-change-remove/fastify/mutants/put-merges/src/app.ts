import Fastify from 'fastify';
import { success } from './envelope.ts';
import { ApiError, answerErrors } from './errors.ts';

interface Book {
  id: number;
  title: string;
  author: string;
  year?: number;
}

interface OneBook {
  Params: { id: string };
  Body?: Partial<Book>;
}

const books: Book[] = [
  { id: 1, title: 'Middlemarch', author: 'George Eliot', year: 1871 },
  { id: 2, title: 'Walden', author: 'Henry David Thoreau', year: 1854 },
  { id: 4, title: 'The Time Machine', author: 'H. G. Wells', year: 1895 },
];
let lastId = 4;

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

function findBook(id: string): Book {
  const book = books.find((book) => book.id === Number(id));
  if (!book) throw new ApiError(404, 'There is no book with this id.');
  return book;
}

function readFields(body: Partial<Book> | undefined): Omit<Book, 'id'> {
  const { title, author, year } = body ?? {};
  if (!isText(title) || !isText(author)) throw new ApiError(400, 'A book needs a title and an author.');
  return { title, author, year };
}

export async function buildApp() {
  const app = Fastify({ logger: { level: 'error' } });
  answerErrors(app);

  app.get('/api/v1/books', async () => success('All books.', books));

  app.get<OneBook>('/api/v1/books/:id', async (request) => success('One book.', findBook(request.params.id)));

  app.post<{ Body?: Partial<Book> }>('/api/v1/books', async (request, reply) => {
    const fields = readFields(request.body);
    lastId += 1;
    const book: Book = { id: lastId, ...fields };
    books.push(book);
    return reply.code(201).header('location', `/api/v1/books/${book.id}`).send(success('Book added.', book));
  });

  app.put<OneBook>('/api/v1/books/:id', async (request) => {
    const book = findBook(request.params.id);
    const replaced: Book = { id: book.id, ...readFields({ ...book, ...request.body }) };
    books[books.indexOf(book)] = replaced;
    return success('Book replaced.', replaced);
  });

  app.patch<OneBook>('/api/v1/books/:id', async (request) => {
    const book = findBook(request.params.id);
    const changed: Book = { id: book.id, ...readFields({ ...book, ...request.body }) };
    books[books.indexOf(book)] = changed;
    return success('Book changed.', changed);
  });

  app.delete<OneBook>('/api/v1/books/:id', async (request, reply) => {
    const book = findBook(request.params.id);
    books.splice(books.indexOf(book), 1);
    return reply.code(204).send();
  });

  return app;
}
