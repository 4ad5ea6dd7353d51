import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { failures } from '../docs/failures.ts';
import { withToken } from '../docs/security.ts';
import { answerWith, success } from '../envelope.ts';
import { ApiError } from '../errors.ts';
import { requirePerson, requireScope } from '../guards.ts';
import type { Loans } from '../loans.ts';
import type { Members } from '../members.ts';
import { Loan } from '../schemas/loan.ts';
import { Member } from '../schemas/member.ts';

const reading = {
  tags: ['Members'],
  operationId: 'readMe',
  summary: 'Read the member who is signed in',
  description: 'A librarian who is no member hears 404.',
  security: withToken(),
  response: { 200: answerWith(Member, 'You.'), ...failures(401, 403, 404) },
};

const myLoans = {
  tags: ['Loan'],
  operationId: 'listMyLoans',
  summary: 'List the loans of the member who is signed in',
  description: 'What is at home now, and what came back.',
  security: withToken('loans:read'),
  response: { 200: answerWith(z.array(Loan), 'All your loans.'), ...failures(401, 403, 404) },
};

/** What a member sees of themselves. There is no id in these paths: the token says who it is. */
export const meRoutes: FastifyPluginAsyncZod<{ members: Members; loans: Loans }> = async (app, { members, loans }) => {
  app.addHook('onRequest', requirePerson);

  app.get('/', { schema: reading }, async (request) => {
    return success('You.', members.find(memberOf(request.caller?.memberId)));
  });

  app.get('/loans', { onRequest: requireScope('loans:read'), schema: myLoans }, async (request) => {
    return success('Your loans.', loans.ofMember(memberOf(request.caller?.memberId)));
  });
};

function memberOf(memberId: number | undefined): number {
  if (memberId === undefined) throw new ApiError(404, 'You are not a member of the library.');
  return memberId;
}
