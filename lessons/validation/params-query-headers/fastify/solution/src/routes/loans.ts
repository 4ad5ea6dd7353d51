import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { success } from '../envelope.ts';
import type { Loans } from '../loans.ts';
import { IdParams } from '../schemas/list.ts';
import { LoanReturn, NewLoan, RequestIdHeader } from '../schemas/loan.ts';

export const loanRoutes: FastifyPluginAsyncZod<{ loans: Loans }> = async (app, { loans }) => {
  app.post('/', { schema: { headers: RequestIdHeader, body: NewLoan } }, async (request, reply) => {
    const loan = loans.lend(request.body);
    const requestId = request.headers['request-id'];
    if (requestId) reply.header('request-id', requestId);
    return reply.code(201).header('location', `${app.prefix}/${loan.id}`).send(success('Book lent.', loan));
  });

  app.get('/:id', { schema: { params: IdParams } }, async (request) => {
    return success('One loan.', loans.find(request.params.id));
  });

  app.patch('/:id', { schema: { params: IdParams, body: LoanReturn } }, async (request) => {
    return success('Book returned.', loans.giveBack(request.params.id, request.body));
  });
};
