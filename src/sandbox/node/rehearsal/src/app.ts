import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { users } from './users.ts';

/** Touches what a learner's API touches: a plugin with a prefix, schemas, an error handler. Never seen by anyone. */
export async function buildApp() {
  const app = Fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, _request, reply) => reply.code(500).send({ error: String(error) }));
  app
    .withTypeProvider<ZodTypeProvider>()
    .get('/users/:id', { schema: { params: z.object({ id: z.coerce.number().int() }) } }, async (request) => ({
      id: request.params.id,
    }));
  await app.register(users, { prefix: '/api/v1' });
  return app;
}
