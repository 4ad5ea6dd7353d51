import swagger from '@fastify/swagger';
import Fastify from 'fastify';

// #region shape
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
  properties: { id: { type: 'integer' }, ...newBook.properties },
};
// #endregion

// #region store
interface NewBook {
  title: string;
  author: string;
}
interface Book extends NewBook {
  id: number;
}

const books: Book[] = [
  { id: 1, title: 'Middlemarch', author: 'George Eliot' },
  { id: 2, title: 'Walden', author: 'Henry David Thoreau' },
];
// #endregion

export async function buildApp() {
  const app = Fastify();

  // #region docs
  await app.register(swagger, { openapi: { info: { title: 'Lending library', version: '1.0.0' } } });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  // #endregion

  // #region list
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
  // #endregion

  // #region create
  app.post<{ Body: NewBook }>(
    '/api/v1/books',
    { schema: { body: newBook, response: { 201: book } } },
    async (request, reply) => {
      const { title, author } = request.body;
      const book = { id: (books.at(-1)?.id ?? 0) + 1, title, author };
      books.push(book);
      return reply.code(201).header('location', `/api/v1/books/${book.id}`).send(book);
    },
  );
  // #endregion

  // #region read-one
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
  // #endregion

  // #region errors
  // Nothing to write: what breaks a schema
  // is answered with 400, as JSON.
  // #endregion

  return app;
}
