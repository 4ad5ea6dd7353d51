import { z } from 'zod';

export const NewLoan = z.object({ bookId: z.int().positive(), memberId: z.int().positive() });
export type NewLoan = z.infer<typeof NewLoan>;

export const LoanReturn = z.object({ returnedOn: z.iso.date() });
export type LoanReturn = z.infer<typeof LoanReturn>;
