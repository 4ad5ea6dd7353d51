import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { answerWith, success } from '../envelope.ts';
import { requireScope } from '../guards.ts';
import type { Loans } from '../loans.ts';
import { IdParams } from '../schemas/list.ts';
import { Loan, LoanReturn, NewLoan, RequestIdHeader } from '../schemas/loan.ts';

export const loanRoutes: FastifyPluginAsyncZod<{ loans: Loans }> = async (app, { loans }) => {
  const lending = {
    onRequest: requireScope('loans:write'),
    schema: { headers: RequestIdHeader, body: NewLoan, response: { 201: answerWith(Loan) } },
  };
  app.post('/', lending, async (request, reply) => {
    const loan = loans.lend(request.body);
    const requestId = request.headers['request-id'];
    if (requestId) reply.header('request-id', requestId);
    return reply.code(201).header('location', `${app.prefix}/${loan.id}`).send(success('Book lent.', loan));
  });

  const reading = {
    onRequest: requireScope('loans:read'),
    schema: { params: IdParams, response: { 200: answerWith(Loan) } },
  };
  app.get('/:id', reading, async (request) => {
    return success('One loan.', loans.find(request.params.id));
  });

  const returning = {
    onRequest: requireScope('loans:write'),
    schema: { params: IdParams, body: LoanReturn, response: { 200: answerWith(Loan) } },
  };
  app.patch('/:id', returning, async (request) => {
    return success('Book returned.', loans.giveBack(request.params.id, request.body));
  });
};
