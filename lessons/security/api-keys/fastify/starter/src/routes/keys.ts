import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { answerWith, success } from '../envelope.ts';
import { requireAdmin } from '../guards.ts';
import type { ApiKeys } from '../keys.ts';
import { CreatedKey, NewKey } from '../schemas/key.ts';

export const keyRoutes: FastifyPluginAsyncZod<{ keys: ApiKeys; adminSecret: string | undefined }> = async (
  app,
  { keys, adminSecret },
) => {
  app.addHook('onRequest', requireAdmin(adminSecret));

  app.post('/', { schema: { body: NewKey, response: { 201: answerWith(CreatedKey) } } }, async (request, reply) => {
    const key = keys.create(request.body.name);
    return reply.code(201).send(success('Write the key down: it is shown only now.', key));
  });
};
