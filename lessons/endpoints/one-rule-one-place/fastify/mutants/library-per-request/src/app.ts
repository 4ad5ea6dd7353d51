import Fastify from 'fastify';
import { type Book, Books } from './books.ts';
import { success } from './envelope.ts';
import { answerErrors } from './errors.ts';

interface OneBook {
  Params: { id: string };
  Body?: Partial<Book>;
}

export async function buildApp() {
  const app = Fastify({ logger: { level: 'error' } });
  answerErrors(app);
  const books = {
    list: () => new Books().list(),
    find: (id: number) => new Books().find(id),
    create: (input: Partial<Book>) => new Books().create(input),
    replace: (id: number, input: Partial<Book>) => new Books().replace(id, input),
    change: (id: number, input: Partial<Book>) => new Books().change(id, input),
    remove: (id: number) => new Books().remove(id),
  };

  app.get('/api/v1/books', async () => success('All books.', books.list()));

  app.get<OneBook>('/api/v1/books/:id', async (request) => {
    return success('One book.', books.find(Number(request.params.id)));
  });

  app.post<{ Body?: Partial<Book> }>('/api/v1/books', async (request, reply) => {
    const book = books.create(request.body ?? {});
    return reply.code(201).header('location', `/api/v1/books/${book.id}`).send(success('Book added.', book));
  });

  app.put<OneBook>('/api/v1/books/:id', async (request) => {
    const book = books.replace(Number(request.params.id), request.body ?? {});
    return success('Book replaced.', book);
  });

  app.patch<OneBook>('/api/v1/books/:id', async (request) => {
    const book = books.change(Number(request.params.id), request.body ?? {});
    return success('Book changed.', book);
  });

  app.delete<OneBook>('/api/v1/books/:id', async (request, reply) => {
    books.remove(Number(request.params.id));
    return reply.code(204).send();
  });

  return app;
}
