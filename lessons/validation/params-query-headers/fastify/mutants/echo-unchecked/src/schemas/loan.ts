import { z } from 'zod';

export const NewLoan = z.strictObject({ bookId: z.int().positive(), memberId: z.int().positive() });
export type NewLoan = z.infer<typeof NewLoan>;

export const LoanReturn = z.strictObject({ returnedOn: z.iso.date() });
export type LoanReturn = z.infer<typeof LoanReturn>;

/** A client may name its request, and finds the name in the answer. All other headers pass. */
export const RequestIdHeader = z.looseObject({
  'request-id': z
    .string()
    .optional(),
});
