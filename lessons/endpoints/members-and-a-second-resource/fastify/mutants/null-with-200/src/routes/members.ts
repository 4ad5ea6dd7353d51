import type { FastifyInstance } from 'fastify';
import { success } from '../envelope.ts';
import type { Member, Members } from '../members.ts';

interface OneMember {
  Params: { id: string };
}

export async function memberRoutes(app: FastifyInstance, { members }: { members: Members }) {
  app.get('/', async () => success('All members.', members.list()));

  app.get<OneMember>('/:id', async (request) => success('One member.', members.list().find((one) => one.id === Number(request.params.id)) ?? null));

  app.post<{ Body?: Partial<Member> }>('/', async (request, reply) => {
    const member = members.create(request.body ?? {});
    return reply.code(201).header('location', `${app.prefix}/${member.id}`).send(success('Member signed up.', member));
  });
}
