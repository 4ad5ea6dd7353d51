import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answerWith, success } from '../envelope.ts';
import { requireLibrarian } from '../guards.ts';
import type { ApiKeys } from '../keys.ts';
import { CreatedKey, NewKey } from '../schemas/key.ts';
import { IdParams } from '../schemas/list.ts';

export const keyRoutes: FastifyPluginAsyncZod<{ keys: ApiKeys }> = async (app, { keys }) => {
  app.addHook('onRequest', async (request, reply) => {
    const secret = process.env.ADMIN_SECRET;
    if (secret && request.headers['x-admin-secret'] === secret) return;
    await requireLibrarian(request, reply);
  });

  app.post('/', { schema: { body: NewKey, response: { 201: answerWith(CreatedKey) } } }, async (request, reply) => {
    const key = keys.create(request.body.name);
    return reply.code(201).send(success('Write the key down: it is shown only now.', key));
  });

  app.delete('/:id', { schema: { params: IdParams, response: { 204: z.null() } } }, async (request, reply) => {
    keys.revoke(request.params.id);
    return reply.code(204).send(null);
  });
};
