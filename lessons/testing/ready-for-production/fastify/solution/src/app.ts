import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { type Issuer, issuerOf } from './access.ts';
import { Books } from './books.ts';
import { type Config, readConfig } from './config.ts';
import { allowOrigins } from './cors.ts';
import { openDatabase } from './database.ts';
import { describeApi } from './docs/describe-api.ts';
import { answerErrors, answerFrameworkErrors } from './errors.ts';
import { readTokens } from './guards.ts';
import { sendSecurityHeaders } from './headers.ts';
import { ApiKeys } from './keys.ts';
import { BODY_LIMIT, MOST_IN_A_PARAMETER, refuseDeepBodies } from './limits.ts';
import { Loans } from './loans.ts';
import { Members } from './members.ts';
import { limitRates } from './rate-limit.ts';
import { bookRoutes } from './routes/books.ts';
import { bookRoutesV2 } from './routes/books-v2.ts';
import { docsRoutes } from './routes/docs.ts';
import { healthRoutes } from './routes/health.ts';
import { keyRoutes } from './routes/keys.ts';
import { labelRoutes } from './routes/labels.ts';
import { loanRoutes } from './routes/loans.ts';
import { meRoutes } from './routes/me.ts';
import { memberRoutes } from './routes/members.ts';
import { reportRoutes } from './routes/reports.ts';
import { tlsOf } from './tls.ts';

export { buildRedirect } from './tls.ts';

type Options = { config?: Config; databaseFile?: string; issuer?: Issuer; requestsAMinute?: number };

export async function buildApp({
  config = readConfig(process.env),
  databaseFile = config.DATABASE_FILE,
  issuer = issuerOf(config),
  requestsAMinute,
}: Options = {}) {
  const https = tlsOf(config);
  const app = Fastify({
    https,
    logger: {
      level: config.LOG_LEVEL,
      redact: ['headers.authorization', '*.headers.authorization', 'headers["x-api-key"]', '*.headers["x-api-key"]'],
    },
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: MOST_IN_A_PARAMETER },
    frameworkErrors: answerFrameworkErrors,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerErrors(app);
  refuseDeepBodies(app);
  await sendSecurityHeaders(app, { overTls: https !== null });
  await allowOrigins(app, config.FRONTEND_ORIGIN);
  await limitRates(app, requestsAMinute);
  readTokens(app, issuer);
  await describeApi(app, { issuer: issuer.issuer, publicUrl: config.PUBLIC_URL });

  const database = openDatabase(databaseFile);
  app.addHook('onClose', async () => database.close());
  const books = new Books(database);
  const members = new Members(database);
  const loans = new Loans(database, books, members);
  const keys = new ApiKeys(database);

  app.register(bookRoutes, { prefix: '/api/v1/books', books, loans });
  app.register(labelRoutes, { prefix: '/api/v1/books', books });
  app.register(memberRoutes, { prefix: '/api/v1/members', members, loans });
  app.register(loanRoutes, { prefix: '/api/v1/loans', loans });
  app.register(keyRoutes, { prefix: '/api/v1/keys', keys });
  app.register(reportRoutes, { prefix: '/api/v1/reports', loans, keys });
  app.register(meRoutes, { prefix: '/api/v1/me', members, loans });
  app.register(bookRoutesV2, { prefix: '/api/v2/books', books });
  app.register(docsRoutes);
  app.register(healthRoutes, { database });

  return app;
}
