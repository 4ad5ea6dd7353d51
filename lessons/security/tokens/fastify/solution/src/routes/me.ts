import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answerWith, success } from '../envelope.ts';
import { requireMember } from '../guards.ts';
import type { Loans } from '../loans.ts';
import type { Members } from '../members.ts';
import { Loan } from '../schemas/loan.ts';
import { Member } from '../schemas/member.ts';
import type { Tokens } from '../tokens.ts';

/** What a member sees of themselves. There is no id in these paths: the token says who it is. */
export const meRoutes: FastifyPluginAsyncZod<{ members: Members; loans: Loans; tokens: Tokens }> = async (
  app,
  { members, loans, tokens },
) => {
  app.decorateRequest('memberId', 0);
  app.addHook('onRequest', requireMember(tokens));

  app.get('/', { schema: { response: { 200: answerWith(Member) } } }, async (request) => {
    return success('You.', members.find(request.memberId));
  });

  app.get('/loans', { schema: { response: { 200: answerWith(z.array(Loan)) } } }, async (request) => {
    return success('Your loans.', loans.ofMember(request.memberId));
  });
};
