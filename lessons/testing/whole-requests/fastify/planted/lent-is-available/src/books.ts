import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { inTransaction, orConflict } from './database.ts';
import type { Page } from './envelope.ts';
import { ApiError } from './errors.ts';
import { Book, type BookChange, type BookQuery, type NewBook } from './schemas/book.ts';

const Row = Book.extend({ year: z.int().nullable() }).transform(({ year, ...book }): Book => {
  return year === null ? book : { ...book, year };
});

const WHERE = `
  WHERE (:author IS NULL OR author = :author)
    AND (:q IS NULL OR title LIKE :q ESCAPE '\\' OR author LIKE :q ESCAPE '\\')
    AND (:available IS NULL OR :available = NOT EXISTS (
      SELECT 1 FROM loans WHERE book_id = catalogue.id AND returned_on IS NOT NULL))`;

/** A column cannot be bound, so what may stand behind ORDER BY stands here. What has no value comes last. */
const ORDER = {
  title: 'title COLLATE NOCASE',
  '-title': 'title COLLATE NOCASE DESC',
  author: 'author COLLATE NOCASE',
  '-author': 'author COLLATE NOCASE DESC',
  year: 'year IS NULL, year',
  '-year': 'year IS NULL, year DESC',
} as const;

/** The books of one library and the rules that they keep. Knows nothing of requests and replies. */
export class Books {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  list({ q, author, available, sort, page, perPage }: BookQuery): { items: Book[]; page: Page } {
    const filter = {
      q: q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`,
      author: author ?? null,
      available: available === undefined ? null : Number(available),
    };
    const order = sort ? `${ORDER[sort]}, id` : 'id';
    const rows = this.#database
      .prepare(`SELECT id, title, author, year FROM catalogue ${WHERE} ORDER BY ${order} LIMIT :size OFFSET :from`)
      .all({ ...filter, size: perPage, from: (page - 1) * perPage });
    const total = this.#database.prepare(`SELECT count(*) AS total FROM catalogue ${WHERE}`).get(filter)?.total;
    return {
      items: rows.map((row) => Row.parse(row)),
      page: { number: page, size: perPage, total: Number(total) },
    };
  }

  has(id: number): boolean {
    return this.#database.prepare('SELECT 1 FROM catalogue WHERE id = ?').get(id) !== undefined;
  }

  find(id: number): Book {
    const row = this.#database.prepare('SELECT id, title, author, year FROM catalogue WHERE id = ?').get(id);
    if (!row) throw new ApiError(404, 'There is no book with this id.');
    return Row.parse(row);
  }

  create(book: NewBook): Book {
    refuseFuture(book);
    const insert = this.#database.prepare('INSERT INTO books (title, author, year) VALUES (?, ?, ?)');
    const { lastInsertRowid } = orConflict('This book is already in the catalogue.', () =>
      insert.run(book.title, book.author, book.year ?? null),
    );
    return this.find(Number(lastInsertRowid));
  }

  replace(id: number, book: NewBook): Book {
    this.find(id);
    refuseFuture(book);
    const update = this.#database.prepare('UPDATE books SET title = ?, author = ?, year = ? WHERE id = ?');
    orConflict('This book is already in the catalogue.', () =>
      update.run(book.title, book.author, book.year ?? null, id),
    );
    return this.find(id);
  }

  change(id: number, change: BookChange): Book {
    return inTransaction(this.#database, () => this.replace(id, { ...this.find(id), ...change }));
  }

  /** Takes a book out of the catalogue. Its row stays, because old loans point at it. */
  remove(id: number): void {
    this.find(id);
    this.#database.prepare('UPDATE books SET removed_on = CURRENT_DATE WHERE id = ?').run(id);
  }
}

/** A rule of the library, not of the form: what is a mistake today may be right next year. */
function refuseFuture({ year }: { year?: number }) {
  if (year === undefined || year <= new Date().getUTCFullYear()) return;
  throw new ApiError(422, 'This book is not out yet.', [
    { in: 'body', field: 'year', message: 'must not be in the future' },
  ]);
}
