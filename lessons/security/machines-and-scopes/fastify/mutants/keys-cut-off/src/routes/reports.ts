import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answerWith, success } from '../envelope.ts';
import { requireScope } from '../guards.ts';
import type { ApiKeys } from '../keys.ts';
import type { Loans } from '../loans.ts';

const LoanReport = z.object({ open: z.int(), overdue: z.int() });

/** Numbers for other programs of the city. No name of a member is in them. */
export const reportRoutes: FastifyPluginAsyncZod<{ loans: Loans; keys: ApiKeys }> = async (app, { loans }) => {
  app.addHook('onRequest', requireScope('reports:read'));

  app.get('/loans', { schema: { response: { 200: answerWith(LoanReport) } } }, async () => {
    return success('Loans of today.', loans.report());
  });
};
