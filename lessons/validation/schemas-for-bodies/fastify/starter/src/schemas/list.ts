import { z } from 'zod';

/** `/books/4`: everything in a URL is text, and `coerce` makes a number of it. */
export const IdParams = z.object({ id: z.coerce.number() });
