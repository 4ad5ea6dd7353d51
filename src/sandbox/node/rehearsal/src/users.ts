import { type FastifyPluginAsyncZod, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';

const User = z.object({ id: z.number().int(), name: z.string().min(1) });
const known: z.infer<typeof User>[] = [{ id: 1, name: 'Ada' }];

export const users: FastifyPluginAsyncZod = async (app) => {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.get('/users', { schema: { response: { 200: z.array(User) } } }, async () => known);
  app.get('/users/:id', { schema: { params: z.object({ id: z.coerce.number().int() }) } }, async (request) => ({
    id: request.params.id,
  }));
  app.post('/users', { schema: { body: User.omit({ id: true }), response: { 201: User } } }, async (request, reply) => {
    const user = { id: known.length + 1, ...request.body };
    known.push(user);
    return reply.code(201).send(user);
  });
};
