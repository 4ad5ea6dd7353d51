import { z } from 'zod';

export const NewLoan = z.strictObject({ bookId: z.int().positive(), memberId: z.int().positive() });
export type NewLoan = z.infer<typeof NewLoan>;

export const LoanReturn = z.strictObject({ returnedOn: z.iso.date() });
export type LoanReturn = z.infer<typeof LoanReturn>;

/** What a client gets. */
export const Loan = z
  .object({
    id: z.int(),
    bookId: z.int(),
    memberId: z.int(),
    dueOn: z.iso.date(),
    returnedOn: z.iso.date().optional(),
  })
  .meta({ id: 'Loan' });
export type Loan = z.infer<typeof Loan>;

/** A client may name its request, and finds the name in the answer. All other headers pass. */
export const RequestIdHeader = z.looseObject({
  'request-id': z
    .string()
    .regex(/^[\w-]{1,64}$/, 'must be 1 to 64 letters, digits, _ or -')
    .optional(),
});
