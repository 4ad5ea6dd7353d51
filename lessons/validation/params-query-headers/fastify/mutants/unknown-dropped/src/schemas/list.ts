import { z } from 'zod';

/** A whole number as it stands in a URL: digits and nothing else, so that each has one spelling. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^(0|[1-9]\d*)$/, 'must be a whole number')
    .pipe(z.coerce.number<string>().min(least).max(most));

/** `/books/4`: ids count from 1. */
export const IdParams = z.strictObject({ id: wholeNumber(1, Number.MAX_SAFE_INTEGER) });

export const PageQuery = z.object({
  page: wholeNumber(1, 1_000_000).default(1),
  perPage: wholeNumber(1, 100).default(20),
});
export type PageQuery = z.infer<typeof PageQuery>;
