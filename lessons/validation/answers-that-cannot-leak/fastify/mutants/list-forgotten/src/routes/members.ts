import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answerWith, page, pageWith, success } from '../envelope.ts';
import { onePage } from '../list.ts';
import type { Loans } from '../loans.ts';
import type { Members } from '../members.ts';
import { IdParams, PageQuery } from '../schemas/list.ts';
import { Loan } from '../schemas/loan.ts';
import { Member, NewMember } from '../schemas/member.ts';

export const memberRoutes: FastifyPluginAsyncZod<{ members: Members; loans: Loans }> = async (
  app,
  { members, loans },
) => {
  app.get('/', { schema: { querystring: PageQuery, response: { 200: pageWith(Member.loose()) } } }, async (request) => {
    const { items, page: where } = onePage(members.list(), request.query);
    return page('Members.', items, where);
  });

  app.get('/:id', { schema: { params: IdParams, response: { 200: answerWith(Member) } } }, async (request) => {
    return success('One member.', members.find(request.params.id));
  });

  const loansOfOne = { params: IdParams, response: { 200: answerWith(z.array(Loan)) } };
  app.get('/:id/loans', { schema: loansOfOne }, async (request) => {
    return success('Loans of one member.', loans.ofMember(request.params.id));
  });

  app.post('/', { schema: { body: NewMember, response: { 201: answerWith(Member) } } }, async (request, reply) => {
    const member = await members.create(request.body);
    return reply.code(201).header('location', `${app.prefix}/${member.id}`).send(success('Member signed up.', member));
  });
};
