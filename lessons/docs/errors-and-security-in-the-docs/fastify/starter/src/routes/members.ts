import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { failures } from '../docs/failures.ts';
import { withToken } from '../docs/security.ts';
import { answerWith, page, pageWith, success } from '../envelope.ts';
import { ApiError } from '../errors.ts';
import { mayActFor, requireLibrarian, requirePerson, requireScope } from '../guards.ts';
import type { Loans } from '../loans.ts';
import type { Members } from '../members.ts';
import { IdParams, PageQuery } from '../schemas/list.ts';
import { Loan } from '../schemas/loan.ts';
import { Member, NewMember } from '../schemas/member.ts';

const listing = {
  tags: ['Members'],
  operationId: 'listMembers',
  summary: 'List the members',
  description: 'For librarians.',
  security: withToken('members:read'),
  querystring: PageQuery,
  response: { 200: pageWith(Member, 'One page of the members.'), ...failures(400, 401, 403) },
};

const reading = {
  tags: ['Members'],
  operationId: 'readMember',
  summary: 'Read one member',
  description: 'For the member and for librarians. Everybody else hears 404, as for a member that is not there.',
  security: withToken(),
  params: IdParams,
  response: { 200: answerWith(Member, 'One member.'), ...failures(400, 401, 403, 404) },
};

const loansOfOne = {
  tags: ['Members'],
  operationId: 'listLoansOfMember',
  summary: 'List the loans of one member',
  description: 'For the member and for librarians: what is at home now, and what came back.',
  security: withToken('loans:read'),
  params: IdParams,
  response: { 200: answerWith(z.array(Loan), 'All loans of one member.'), ...failures(400, 401, 403, 404) },
};

const signingUp = {
  tags: ['Members'],
  operationId: 'signUpMember',
  summary: 'Sign up a member',
  description: 'For librarians. `Location` leads to the new member.',
  security: withToken(),
  body: NewMember,
  response: { 201: answerWith(Member, 'The member may borrow now.'), ...failures(400, 401, 403, 409, 413) },
};

export const memberRoutes: FastifyPluginAsyncZod<{ members: Members; loans: Loans }> = async (
  app,
  { members, loans },
) => {
  app.get('/', { onRequest: [requireScope('members:read'), requireLibrarian], schema: listing }, async (request) => {
    const { items, page: where } = members.list(request.query);
    return page('Members.', items, where);
  });

  app.get('/:id', { onRequest: requirePerson, schema: reading }, async (request) => {
    if (!mayActFor(request.params.id, request)) throw noMember();
    return success('One member.', members.find(request.params.id));
  });

  app.get(
    '/:id/loans',
    { onRequest: [requireScope('loans:read'), requirePerson], schema: loansOfOne },
    async (request) => {
      if (!mayActFor(request.params.id, request)) throw noMember();
      return success('Loans of one member.', loans.ofMember(request.params.id));
    },
  );

  app.post('/', { onRequest: requireLibrarian, schema: signingUp }, async (request, reply) => {
    const member = await members.create(request.body);
    return reply.code(201).header('location', `${app.prefix}/${member.id}`).send(success('Member signed up.', member));
  });
};

/** Whoever may not know a member hears the same as for one that is not there. */
const noMember = () => new ApiError(404, 'There is no member with this id.');
