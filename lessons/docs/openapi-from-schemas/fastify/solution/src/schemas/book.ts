import { z } from 'zod';
import { PageQuery } from './list.ts';
import { oneLine } from './text.ts';

/** What a client sends: a whole book, without an id. */
export const NewBook = z.strictObject({
  title: oneLine,
  author: oneLine,
  year: z.int().min(1).optional(),
});
export type NewBook = z.infer<typeof NewBook>;

/** What a client sends to change a book: at least one field of it. */
export const BookChange = NewBook.partial().refine((change) => Object.keys(change).length > 0, {
  message: 'must name at least one field',
});
export type BookChange = z.infer<typeof BookChange>;

/** What a client gets. */
export const Book = z
  .object({ id: z.int(), title: z.string(), author: z.string(), year: z.int().optional() })
  .meta({ id: 'Book' });
export type Book = z.infer<typeof Book>;

export const BookV2 = Book.omit({ author: true }).extend({ authors: z.array(z.string()) });

export const BookQuery = PageQuery.extend({
  q: z.string().trim().min(1).max(100).optional(),
  author: z.string().optional(),
  available: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  sort: z.enum(['title', '-title', 'author', '-author', 'year', '-year']).optional(),
});
export type BookQuery = z.infer<typeof BookQuery>;

export const BookQueryV2 = PageQuery.extend({ sort: z.enum(['title', '-title', 'year', '-year']).optional() });
