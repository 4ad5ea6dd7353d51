import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { failures } from '../docs/failures.ts';
import { withToken } from '../docs/security.ts';
import { answerWith, success } from '../envelope.ts';
import { ApiError } from '../errors.ts';
import { mayActFor, requireLibrarian, requirePerson, requireScope } from '../guards.ts';
import type { Loans } from '../loans.ts';
import { IdParams } from '../schemas/list.ts';
import { Loan, LoanReturn, NewLoan, RequestIdHeader } from '../schemas/loan.ts';

const lending = {
  tags: ['Loans'],
  operationId: 'lendBook',
  summary: 'Lend a book to a member',
  description:
    'For 21 days. 409: the book is out, or the member has five books at home. 422: there is no such book or member.',
  security: withToken('loans:write'),
  headers: RequestIdHeader,
  body: NewLoan,
  response: { 201: answerWith(Loan, 'The book is lent.') },
};

const reading = {
  tags: ['Loans'],
  operationId: 'readLoan',
  summary: 'Read one loan',
  description: 'For the member who has the book, and for librarians. Everybody else hears 404.',
  security: withToken('loans:read'),
  params: IdParams,
  response: { 200: answerWith(Loan, 'One loan.'), ...failures(400, 401, 403, 404) },
};

const returning = {
  tags: ['Loans'],
  operationId: 'returnBook',
  summary: 'Note that a book came back',
  description: 'For librarians. A second return changes nothing: the day of the first one stays.',
  security: withToken('loans:write'),
  params: IdParams,
  body: LoanReturn,
  response: {
    200: answerWith(Loan, 'The loan with the day of its return.'),
    ...failures(400, 401, 403, 404, 413, 422),
  },
};

export const loanRoutes: FastifyPluginAsyncZod<{ loans: Loans }> = async (app, { loans }) => {
  app.post(
    '/',
    { onRequest: [requireScope('loans:write'), requirePerson], schema: lending },
    async (request, reply) => {
      if (!mayActFor(request.body.memberId, request)) throw new ApiError(403, 'You can borrow for yourself only.');
      const loan = loans.lend(request.body);
      const requestId = request.headers['request-id'];
      if (requestId) reply.header('request-id', requestId);
      return reply.code(201).header('location', `${app.prefix}/${loan.id}`).send(success('Book lent.', loan));
    },
  );

  app.get('/:id', { onRequest: [requireScope('loans:read'), requirePerson], schema: reading }, async (request) => {
    const loan = loans.find(request.params.id);
    // Whoever may not see a loan hears the same as for one that is not there: ids can be counted through.
    if (!mayActFor(loan.memberId, request)) throw new ApiError(404, 'There is no loan with this id.');
    return success('One loan.', loan);
  });

  app.patch(
    '/:id',
    { onRequest: [requireScope('loans:write'), requireLibrarian], schema: returning },
    async (request) => {
      return success('Book returned.', loans.giveBack(request.params.id, request.body));
    },
  );
};
