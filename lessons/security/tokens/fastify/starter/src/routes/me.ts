import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answerWith, success } from '../envelope.ts';
import type { Loans } from '../loans.ts';
import type { Members } from '../members.ts';
import { Loan } from '../schemas/loan.ts';
import { Member } from '../schemas/member.ts';

/** The app sends the number that it got when the member signed in. */
const WhoIsIt = z.looseObject({ 'x-member-id': z.coerce.number<string>().int().min(1) });

/** What a member sees of themselves. */
export const meRoutes: FastifyPluginAsyncZod<{ members: Members; loans: Loans }> = async (app, { members, loans }) => {
  app.get('/', { schema: { headers: WhoIsIt, response: { 200: answerWith(Member) } } }, async (request) => {
    return success('You.', members.find(request.headers['x-member-id']));
  });

  app.get('/loans', { schema: { headers: WhoIsIt, response: { 200: answerWith(z.array(Loan)) } } }, async (request) => {
    return success('Your loans.', loans.ofMember(request.headers['x-member-id']));
  });
};
