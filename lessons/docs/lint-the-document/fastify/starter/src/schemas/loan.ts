import { z } from 'zod';

export const NewLoan = z
  .strictObject({
    bookId: z.int().positive().describe('The book that goes home.'),
    memberId: z.int().positive().describe('Who takes it. Members can name only themselves.'),
  })
  .meta({ examples: [{ bookId: 2, memberId: 1 }] });
export type NewLoan = z.infer<typeof NewLoan>;

export const LoanReturn = z
  .strictObject({ returnedOn: z.iso.date().describe('Not before the day of lending, and not in the future.') })
  .meta({ examples: [{ returnedOn: '23.11.2026' }] });
export type LoanReturn = z.infer<typeof LoanReturn>;

/** What a client gets. */
export const Loan = z
  .object({
    id: z.int(),
    bookId: z.int(),
    memberId: z.int(),
    dueOn: z.iso.date().describe('The last day on which the book may be at home.'),
    returnedOn: z.iso.date().optional().describe('Missing while the book is out.'),
  })
  .meta({
    id: 'Loan',
    description: 'One book at the home of one member. Days are in UTC.',
    examples: [{ id: 1, bookId: 2, memberId: 1, dueOn: '2026-12-01' }],
  });
export type Loan = z.infer<typeof Loan>;

/** A client may name its request, and finds the name in the answer. All other headers pass. */
export const RequestIdHeader = z.looseObject({
  'request-id': z
    .string()
    .regex(/^[\w-]{1,64}$/, 'must be 1 to 64 letters, digits, _ or -')
    .optional()
    .describe('Your name for this request. The answer carries it back.'),
});
