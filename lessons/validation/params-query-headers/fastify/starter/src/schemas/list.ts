import { z } from 'zod';

/** `/books/4`: everything in a URL is text, and `coerce` makes a number of it. */
export const IdParams = z.strictObject({ id: z.coerce.number() });

export const PageQuery = z.object({
  page: z.coerce.number().optional(),
  perPage: z.coerce.number().optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;
