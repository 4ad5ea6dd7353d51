import { z } from 'zod';

/** A whole number as it stands in a URL: digits and nothing else, so that each has one spelling. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^(0|[1-9]\d*)$/, 'must be a whole number')
    .pipe(z.coerce.number<string>().min(least).max(most));

/** `/books/4`: ids count from 1. */
export const IdParams = z.strictObject({
  id: wholeNumber(1, Number.MAX_SAFE_INTEGER).meta({
    description: 'The id, as lists and answers show it.',
    examples: ['1'],
  }),
});

export const PageQuery = z.strictObject({
  page: wholeNumber(1, 1_000_000).prefault('1').describe('Which page of the list, from 1 on.'),
  perPage: wholeNumber(1, 100).default(20).describe('How many items a page has: 1 <= perPage <= 100.'),
});
export type PageQuery = z.infer<typeof PageQuery>;
