import type { NewBook } from '../src/schemas/book.ts';

/** A book that the library takes. Name what your test is about; the rest does not matter to it. */
export const aBook = (more: Partial<NewBook> = {}): NewBook => ({ title: 'Emma', author: 'Jane Austen', ...more });
