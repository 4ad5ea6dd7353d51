const NAME = 'a';

import swagger from '@fastify/swagger';
import Fastify from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { z } from 'zod';

const VERSION = 'v0';

const Book = z.object({ id: z.number().int(), title: z.string().min(1), isbn: z.string().length(13).optional() });
const books: z.infer<typeof Book>[] = [];

export async function buildApp() {
  const app = Fastify().withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Library', version: '1.0.0' } },
    transform: jsonSchemaTransform,
  });

  app.get('/api/v1/version', { schema: { response: { 200: z.object({ version: z.string() }) } } }, async () => ({
    version: VERSION,
  }));
  app.get('/api/v1/books', { schema: { response: { 200: z.array(Book) } } }, async () => books);
  app.post(
    '/api/v1/books',
    { schema: { body: Book.omit({ id: true }), response: { 201: Book } } },
    async (request, reply) => {
      const book = { id: books.length + 1, ...request.body };
      books.push(book);
      return reply.code(201).header('location', `/api/v1/books/${book.id}`).send(book);
    },
  );
  app.get('/api/v1/name', async () => ({ name: NAME }));
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  return app;
}
