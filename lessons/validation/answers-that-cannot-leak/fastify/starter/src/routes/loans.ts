import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { answerWith, success } from '../envelope.ts';
import type { Loans } from '../loans.ts';
import { IdParams } from '../schemas/list.ts';
import { Loan, LoanReturn, NewLoan, RequestIdHeader } from '../schemas/loan.ts';

export const loanRoutes: FastifyPluginAsyncZod<{ loans: Loans }> = async (app, { loans }) => {
  const lending = { headers: RequestIdHeader, body: NewLoan, response: { 201: answerWith(Loan) } };
  app.post('/', { schema: lending }, async (request, reply) => {
    const loan = loans.lend(request.body);
    const requestId = request.headers['request-id'];
    if (requestId) reply.header('request-id', requestId);
    return reply.code(201).header('location', `${app.prefix}/${loan.id}`).send(success('Book lent.', loan));
  });

  app.get('/:id', { schema: { params: IdParams, response: { 200: answerWith(Loan) } } }, async (request) => {
    return success('One loan.', loans.find(request.params.id));
  });

  const returning = { params: IdParams, body: LoanReturn, response: { 200: answerWith(Loan) } };
  app.patch('/:id', { schema: returning }, async (request) => {
    return success('Book returned.', loans.giveBack(request.params.id, request.body));
  });
};
