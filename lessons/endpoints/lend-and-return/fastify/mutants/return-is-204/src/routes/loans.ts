import type { FastifyInstance } from 'fastify';
import { success } from '../envelope.ts';
import type { Loans } from '../loans.ts';

interface OneLoan {
  Params: { id: string };
  Body?: { returnedOn?: unknown };
}

export async function loanRoutes(app: FastifyInstance, { loans }: { loans: Loans }) {
  app.post<{ Body?: { bookId?: unknown; memberId?: unknown } }>('/', async (request, reply) => {
    const loan = loans.lend(request.body ?? {});
    return reply.code(201).header('location', `${app.prefix}/${loan.id}`).send(success('Book lent.', loan));
  });

  app.get<OneLoan>('/:id', async (request) => success('One loan.', loans.find(Number(request.params.id))));

  app.patch<OneLoan>('/:id', async (request, reply) => {
    loans.giveBack(Number(request.params.id), request.body ?? {});
    return reply.code(204).send();
  });
}
