import { z } from 'zod';
import { PageQuery } from './list.ts';

const text = z.string().trim().min(1, 'must not be empty').max(200);

/** What a client sends: a whole book, without an id. */
export const NewBook = z.strictObject({
  title: text,
  author: text,
  year: z.int().min(1).optional(),
});
export type NewBook = z.infer<typeof NewBook>;

/** What a client sends to change a book: some fields of it. */
export const BookChange = NewBook.partial();
export type BookChange = z.infer<typeof BookChange>;

export const BookQuery = PageQuery.extend({
  author: z.string().optional(),
  available: z.coerce.boolean().optional(),
  sort: z.string().optional(),
});

export const BookQueryV2 = PageQuery.extend({ sort: z.string().optional() });
