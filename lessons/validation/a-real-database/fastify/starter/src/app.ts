import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { Books } from './books.ts';
import { openDatabase } from './database.ts';
import { answerErrors } from './errors.ts';
import { Loans } from './loans.ts';
import { Members } from './members.ts';
import { bookRoutes } from './routes/books.ts';
import { bookRoutesV2 } from './routes/books-v2.ts';
import { loanRoutes } from './routes/loans.ts';
import { memberRoutes } from './routes/members.ts';

export async function buildApp() {
  const app = Fastify({ logger: { level: 'error' } });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerErrors(app);

  const database = openDatabase(':memory:');
  const books = new Books(database);
  const members = new Members();
  const loans = new Loans(database, books, members);

  app.register(bookRoutes, { prefix: '/api/v1/books', books, loans });
  app.register(memberRoutes, { prefix: '/api/v1/members', members, loans });
  app.register(loanRoutes, { prefix: '/api/v1/loans', loans });
  app.register(bookRoutesV2, { prefix: '/api/v2/books', books });

  return app;
}
