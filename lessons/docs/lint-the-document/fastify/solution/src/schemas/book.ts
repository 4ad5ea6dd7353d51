import { z } from 'zod';
import { PageQuery } from './list.ts';
import { oneLine } from './text.ts';

const EMMA = { title: 'Emma', author: 'Jane Austen', year: 1815 };

/** What a client sends: a whole book, without an id. */
export const NewBook = z
  .strictObject({
    title: oneLine.describe('As it stands on the title page.'),
    author: oneLine.describe('First name first. Several authors are joined by " and ".'),
    year: z.int().min(1).optional().describe('When it came out first. Must not be in the future.'),
  })
  .meta({ examples: [EMMA] });
export type NewBook = z.infer<typeof NewBook>;

/** What a client sends to change a book: at least one field of it. */
export const BookChange = NewBook.partial()
  .refine((change) => Object.keys(change).length > 0, { message: 'must name at least one field' })
  .meta({ description: 'At least one field of a book.', examples: [{ year: 1815 }] });
export type BookChange = z.infer<typeof BookChange>;

/** What a client gets. */
export const Book = z.object({ id: z.int(), title: z.string(), author: z.string(), year: z.int().optional() }).meta({
  id: 'Book',
  description: 'A title of the catalogue. The library has one copy of each.',
  examples: [{ id: 5, ...EMMA }],
});
export type Book = z.infer<typeof Book>;

export const BookV2 = Book.omit({ author: true })
  .extend({ authors: z.array(z.string()) })
  .meta({
    id: 'BookV2',
    description: 'A title of the catalogue, with everybody who wrote it.',
    examples: [{ id: 7, title: 'Good Omens', authors: ['Terry Pratchett', 'Neil Gaiman'], year: 1990 }],
  });

export const BookQuery = PageQuery.extend({
  q: z.string().trim().min(1).max(100).optional().describe('A part of the title or of the author.'),
  author: z.string().optional().describe('The whole name of the author.'),
  available: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .optional()
    .describe('`true`: only books that are in. `false`: only books that are lent. Without it: all.'),
  sort: z
    .enum(['title', '-title', 'author', '-author', 'year', '-year'])
    .optional()
    .describe('By what the books are sorted; with a minus, from the end. Without it: by id.'),
});
export type BookQuery = z.infer<typeof BookQuery>;

export const BookQueryV2 = PageQuery.extend({
  sort: z
    .enum(['title', '-title', 'year', '-year'])
    .optional()
    .describe('By what the books are sorted; with a minus, from the end. Without it: by id.'),
});
