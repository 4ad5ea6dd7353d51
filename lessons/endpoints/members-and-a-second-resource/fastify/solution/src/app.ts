import Fastify from 'fastify';
import { Books } from './books.ts';
import { answerErrors } from './errors.ts';
import { Members } from './members.ts';
import { bookRoutes } from './routes/books.ts';
import { memberRoutes } from './routes/members.ts';

export async function buildApp() {
  const app = Fastify({ logger: { level: 'error' } });
  answerErrors(app);
  const books = new Books();
  const members = new Members();

  app.register(bookRoutes, { prefix: '/api/v1/books', books });
  app.register(memberRoutes, { prefix: '/api/v1/members', members });

  return app;
}
