import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { failures } from '../docs/failures.ts';
import { withToken } from '../docs/security.ts';
import { answerWith, nothing, success } from '../envelope.ts';
import { requireLibrarian } from '../guards.ts';
import type { ApiKeys } from '../keys.ts';
import { CreatedKey, NewKey } from '../schemas/key.ts';
import { IdParams } from '../schemas/list.ts';

const creating = {
  tags: ['Programs'],
  operationId: 'createKey',
  summary: 'Give out a key',
  description: 'For librarians. The key is in this answer and never again: only a hash of it is kept.',
  security: withToken(),
  body: NewKey,
  response: { 201: answerWith(CreatedKey, 'The key, shown only now.'), ...failures(400, 401, 403, 413) },
};

const revoking = {
  tags: ['Programs'],
  operationId: 'revokeKey',
  summary: 'Revoke a key',
  description: 'For librarians. The key stops working at once and for ever.',
  security: withToken(),
  params: IdParams,
  response: { 204: nothing('The key works no more.'), ...failures(400, 401, 403, 404) },
};

export const keyRoutes: FastifyPluginAsyncZod<{ keys: ApiKeys }> = async (app, { keys }) => {
  app.addHook('onRequest', requireLibrarian);

  app.post('/', { schema: creating }, async (request, reply) => {
    const key = keys.create(request.body.name);
    return reply.code(201).send(success('Write the key down: it is shown only now.', key));
  });

  app.delete('/:id', { schema: revoking }, async (request, reply) => {
    keys.revoke(request.params.id);
    return reply.code(204).send(null);
  });
};
