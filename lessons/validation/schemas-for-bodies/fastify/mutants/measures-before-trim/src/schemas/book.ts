import { z } from 'zod';

const text = z.string().min(1, 'must not be empty').max(200).trim();

/** What a client sends: a whole book, without an id. */
export const NewBook = z.object({
  title: text,
  author: text,
  year: z.int().min(1).optional(),
});
export type NewBook = z.infer<typeof NewBook>;

/** What a client sends to change a book: some fields of it. */
export const BookChange = NewBook.partial();
export type BookChange = z.infer<typeof BookChange>;
