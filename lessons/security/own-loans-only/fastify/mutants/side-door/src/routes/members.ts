import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answerWith, page, pageWith, success } from '../envelope.ts';
import { ApiError } from '../errors.ts';
import { mayActFor, requireLibrarian, requirePerson, requireScope } from '../guards.ts';
import type { Loans } from '../loans.ts';
import type { Members } from '../members.ts';
import { IdParams, PageQuery } from '../schemas/list.ts';
import { Loan } from '../schemas/loan.ts';
import { Member, NewMember } from '../schemas/member.ts';

export const memberRoutes: FastifyPluginAsyncZod<{ members: Members; loans: Loans }> = async (
  app,
  { members, loans },
) => {
  const listing = {
    onRequest: [requireScope('members:read'), requireLibrarian],
    schema: { querystring: PageQuery, response: { 200: pageWith(Member) } },
  };
  app.get('/', listing, async (request) => {
    const { items, page: where } = members.list(request.query);
    return page('Members.', items, where);
  });

  const reading = { params: IdParams, response: { 200: answerWith(Member) } };
  app.get('/:id', { onRequest: requirePerson, schema: reading }, async (request) => {
    if (!mayActFor(request.params.id, request)) throw noMember();
    return success('One member.', members.find(request.params.id));
  });

  const loansOfOne = {
    onRequest: [requireScope('loans:read'), requirePerson],
    schema: { params: IdParams, response: { 200: answerWith(z.array(Loan)) } },
  };
  app.get('/:id/loans', loansOfOne, async (request) => {
    return success('Loans of one member.', loans.ofMember(request.params.id));
  });

  const signingUp = { body: NewMember, response: { 201: answerWith(Member) } };
  app.post('/', { onRequest: requireLibrarian, schema: signingUp }, async (request, reply) => {
    const member = await members.create(request.body);
    return reply.code(201).header('location', `${app.prefix}/${member.id}`).send(success('Member signed up.', member));
  });
};

/** Whoever may not know a member hears the same as for one that is not there. */
const noMember = () => new ApiError(404, 'There is no member with this id.');
