import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { failures } from '../docs/failures.ts';
import { withKeyOrToken } from '../docs/security.ts';
import { answerWith, success } from '../envelope.ts';
import { requireKeyOrScope } from '../guards.ts';
import type { ApiKeys } from '../keys.ts';
import type { Loans } from '../loans.ts';

const LoanReport = z
  .object({ open: z.int().describe('Books that are out.'), overdue: z.int().describe('How many of them are late.') })
  .meta({ examples: [{ open: 12, overdue: 2 }] });

const counting = {
  tags: ['Programs'],
  operationId: 'countLoans',
  summary: 'Count the loans of today',
  description: 'For programs with a key, and for those with a token.',
  security: withKeyOrToken('reports:read'),
  response: { 200: answerWith(LoanReport, 'The numbers of today.'), ...failures(401, 403) },
};

/** Numbers for other programs of the city. No name of a member is in them. */
export const reportRoutes: FastifyPluginAsyncZod<{ loans: Loans; keys: ApiKeys }> = async (app, { loans, keys }) => {
  app.addHook('onRequest', requireKeyOrScope(keys, 'reports:read'));

  app.get('/loans', { schema: counting }, async () => success('Loans of today.', loans.report()));
};
