import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { answerWith, success } from '../envelope.ts';
import type { Members } from '../members.ts';
import { NewSession, Session } from '../schemas/session.ts';
import type { Tokens } from '../tokens.ts';

export const sessionRoutes: FastifyPluginAsyncZod<{ members: Members; tokens: Tokens }> = async (
  app,
  { members, tokens },
) => {
  app.post('/', { schema: { body: NewSession, response: { 201: answerWith(Session) } } }, async (request, reply) => {
    const memberId = await members.signIn(request.body);
    // A token is a secret: no cache on the way may keep it.
    reply.code(201).header('cache-control', 'no-store');
    return success('Signed in.', await tokens.sign(memberId));
  });
};
