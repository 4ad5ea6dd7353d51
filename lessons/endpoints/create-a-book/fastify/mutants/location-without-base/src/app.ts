import Fastify from 'fastify';

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
  const app = Fastify();

  app.get('/api/v1/books', async () => books);

  app.get<{ Params: { id: string } }>('/api/v1/books/:id', async (request, reply) => {
    const book = books.find((book) => book.id === Number(request.params.id));
    if (!book) return reply.code(404).send({ message: 'There is no book with this id.' });
    return book;
  });

  app.post<{ Body?: Partial<Book> }>('/api/v1/books', async (request, reply) => {
    const { title, author, year } = request.body ?? {};
    if (!isText(title) || !isText(author)) {
      return reply.code(400).send({ message: 'A book needs a title and an author.' });
    }
    lastId += 1;
    const book: Book = { id: lastId, title, author, year };
    books.push(book);
    return reply.code(201).header('location', `/books/${book.id}`).send(book);
  });

  return app;
}
