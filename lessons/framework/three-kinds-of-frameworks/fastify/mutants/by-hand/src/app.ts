import swagger from '@fastify/swagger';
import Fastify from 'fastify';

const newBook = {
  type: 'object',
  required: ['title', 'author'],
  properties: {
    title: { type: 'string', minLength: 1 },
    author: { type: 'string', minLength: 1 },
  },
};
const book = {
  type: 'object',
  required: ['id', 'title', 'author'],
  properties: { id: { type: 'integer' }, ...newBook.properties, year: { type: 'integer' } },
};

interface NewBook {
  title: string;
  author: string;
  year?: number;
}
interface Book extends NewBook {
  id: number;
}

const books: Book[] = [
  { id: 1, title: 'Middlemarch', author: 'George Eliot' },
  { id: 2, title: 'Walden', author: 'Henry David Thoreau' },
];

export async function buildApp() {
  const app = Fastify();

  await app.register(swagger, { openapi: { info: { title: 'Lending library', version: '1.0.0' } } });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());

  app.get<{ Querystring: { author?: string } }>(
    '/api/v1/books',
    {
      schema: {
        querystring: { type: 'object', properties: { author: { type: 'string' } } },
        response: { 200: { type: 'array', items: book } },
      },
    },
    async (request) => {
      const { author } = request.query;
      return books.filter((book) => author === undefined || book.author === author);
    },
  );

  app.post<{ Body: NewBook }>(
    '/api/v1/books',
    { schema: { body: newBook, response: { 201: book } } },
    async (request, reply) => {
      const { title, author, year } = request.body;
      if (year !== undefined && (!Number.isInteger(year) || year < 1450)) {
        return reply.code(400).send({ message: 'The year must be an integer from 1450 on.' });
      }
      const book = { id: (books.at(-1)?.id ?? 0) + 1, title, author, year };
      books.push(book);
      return reply.code(201).header('location', `/api/v1/books/${book.id}`).send(book);
    },
  );

  app.get<{ Params: { id: number } }>(
    '/api/v1/books/:id',
    {
      schema: {
        params: { type: 'object', properties: { id: { type: 'integer' } } },
        response: { 200: book },
      },
    },
    async (request, reply) => {
      const found = books.find((book) => book.id === request.params.id);
      return found ?? reply.code(404).send({ message: 'There is no book with this id.' });
    },
  );

  return app;
}
