import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { page, success } from '../envelope.ts';
import { onePage } from '../list.ts';
import type { Loans } from '../loans.ts';
import type { Members } from '../members.ts';
import { IdParams, PageQuery } from '../schemas/list.ts';
import { NewMember } from '../schemas/member.ts';

export const memberRoutes: FastifyPluginAsyncZod<{ members: Members; loans: Loans }> = async (
  app,
  { members, loans },
) => {
  app.get('/', { schema: { querystring: PageQuery } }, async (request) => {
    const { items, page: where } = onePage(members.list(), request.query);
    return page('Members.', items, where);
  });

  app.get('/:id', { schema: { params: IdParams } }, async (request) => {
    return success('One member.', members.find(request.params.id));
  });

  app.get('/:id/loans', { schema: { params: IdParams } }, async (request) => {
    return success('Loans of one member.', loans.ofMember(request.params.id));
  });

  app.post('/', { schema: { body: NewMember } }, async (request, reply) => {
    const member = await members.create(request.body);
    return reply.code(201).header('location', `${app.prefix}/${member.id}`).send(success('Member signed up.', member));
  });
};
