import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { answerWith, success } from '../envelope.ts';
import type { Members } from '../members.ts';
import { NewSession, Session } from '../schemas/session.ts';

export const sessionRoutes: FastifyPluginAsyncZod<{ members: Members }> = async (app, { members }) => {
  app.post('/', { schema: { body: NewSession, response: { 201: answerWith(Session) } } }, async (request, reply) => {
    const memberId = await members.signIn(request.body);
    return reply.code(201).send(success('Signed in.', { memberId }));
  });
};
