import Fastify from 'fastify';

const books = [
  { id: 1, title: 'Middlemarch', author: 'George Eliot', year: 1871 },
  { id: 2, title: 'Walden', author: 'Henry David Thoreau', year: 1854 },
  { id: 4, title: 'The Time Machine', author: 'H. G. Wells', year: 1895 },
];

export async function buildApp() {
  const app = Fastify();

  app.get('/api/v1/books', async () => books);

  app.get<{ Params: { id: string } }>('/api/v1/books/:id', async (request) => {
    const book = books.find((book) => book.id === Number(request.params.id));
    return book;
  });

  return app;
}
