import type { FastifyInstance } from 'fastify';
import { page, success } from '../envelope.ts';
import { onePage } from '../list.ts';
import type { Loans } from '../loans.ts';
import type { Member, Members } from '../members.ts';

interface OneMember {
  Params: { id: string };
}

export async function memberRoutes(app: FastifyInstance, { members, loans }: { members: Members; loans: Loans }) {
  app.get<{ Querystring: { page?: string; perPage?: string } }>('/', async (request) => {
    const { items, page: where } = onePage(members.list(), request.query);
    return page('Members.', items, where);
  });

  app.get<OneMember>('/:id', async (request) => success('One member.', members.find(Number(request.params.id))));

  app.get<OneMember>('/:id/loans', async (request) => {
    return success('Loans of one member.', loans.ofMember(Number(request.params.id)));
  });

  app.post<{ Body?: Partial<Member> }>('/', async (request, reply) => {
    const member = members.create(request.body ?? {});
    return reply.code(201).header('location', `${app.prefix}/${member.id}`).send(success('Member signed up.', member));
  });
}
