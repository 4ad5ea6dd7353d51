import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Books } from './books.ts';
import { inTransaction, orConflict } from './database.ts';
import type { FieldError } from './envelope.ts';
import { ApiError } from './errors.ts';
import type { Members } from './members.ts';
import { Loan, type LoanReturn, type NewLoan } from './schemas/loan.ts';

const DAYS = 21;
const MOST_AT_HOME = 5;

const COLUMNS =
  'id, book_id AS bookId, member_id AS memberId, lent_on AS lentOn, due_on AS dueOn, returned_on AS returnedOn';

const Row = Loan.extend({ returnedOn: z.string().nullable() }).transform(({ returnedOn, ...loan }): Loan => {
  return returnedOn === null ? loan : { ...loan, returnedOn };
});

const Report = z.object({ open: z.int(), overdue: z.int() });

/** Who has which book, and the rules of lending. */
export class Loans {
  readonly #database: DatabaseSync;
  readonly #books: Books;
  readonly #members: Members;

  constructor(database: DatabaseSync, books: Books, members: Members) {
    this.#database = database;
    this.#books = books;
    this.#members = members;
  }

  find(id: number): Loan {
    const row = this.#database.prepare(`SELECT ${COLUMNS} FROM loans WHERE id = ?`).get(id);
    if (!row) throw new ApiError(404, 'There is no loan with this id.');
    return Row.parse(row);
  }

  ofMember(memberId: number): Loan[] {
    this.#members.find(memberId);
    const rows = this.#database.prepare(`SELECT ${COLUMNS} FROM loans WHERE member_id = ? ORDER BY id`).all(memberId);
    return rows.map((row) => Row.parse(row));
  }

  isOut(bookId: number): boolean {
    const open = this.#database.prepare('SELECT 1 FROM loans WHERE book_id = ? AND returned_on IS NULL');
    return open.get(bookId) !== undefined;
  }

  /** Counts and stores in one transaction, so that nobody takes home a sixth book in between. */
  lend({ bookId, memberId }: NewLoan): Loan {
    return inTransaction(this.#database, () => {
      this.#refuseUnknown(bookId, memberId);
      const atHome = this.ofMember(memberId).filter((loan) => loan.returnedOn === undefined).length;
      if (atHome >= MOST_AT_HOME) throw new ApiError(409, `This member has ${MOST_AT_HOME} books at home.`);
      const insert = this.#database.prepare(
        'INSERT INTO loans (book_id, member_id, lent_on, due_on) VALUES (?, ?, ?, ?)',
      );
      const { lastInsertRowid } = orConflict('This book is lent already.', () =>
        insert.run(bookId, memberId, dayAfter(0), dayAfter(DAYS)),
      );
      return this.find(Number(lastInsertRowid));
    });
  }

  /** A second return changes nothing: the day of the first one stays. */
  giveBack(id: number, { returnedOn }: LoanReturn): Loan {
    const { lentOn } = this.find(id);
    if (returnedOn < lentOn) throw wrongDay(`must not be before ${lentOn}, when the book was lent`);
    if (returnedOn > dayAfter(0)) throw wrongDay('must not be in the future');
    this.#database.prepare('UPDATE loans SET returned_on = ? WHERE id = ? AND returned_on IS NULL').run(returnedOn, id);
    return this.find(id);
  }

  /** How many books are out today, and how many of them are late. */
  report(): { open: number; overdue: number } {
    const counted = this.#database
      .prepare(
        'SELECT count(*) AS open, count(*) FILTER (WHERE due_on < ?) AS overdue FROM loans WHERE returned_on IS NULL',
      )
      .get(dayAfter(0));
    return Report.parse(counted);
  }

  /** Takes a book out of the catalogue, which nobody can do while it is lent. */
  withdraw(bookId: number): void {
    inTransaction(this.#database, () => {
      this.#books.remove(bookId);
    });
  }

  #refuseUnknown(bookId: number, memberId: number): void {
    const errors: FieldError[] = [];
    if (!this.#books.has(bookId)) errors.push({ in: 'body', field: 'bookId', message: 'is no book of ours' });
    if (!this.#members.has(memberId)) errors.push({ in: 'body', field: 'memberId', message: 'is no member of ours' });
    if (errors.length > 0) throw new ApiError(422, 'The library does not know all of this.', errors);
  }
}

function wrongDay(message: string): ApiError {
  return new ApiError(422, 'A book cannot come back on this day.', [{ in: 'body', field: 'returnedOn', message }]);
}

/** The day that many days from today, as YYYY-MM-DD in UTC. */
function dayAfter(days: number): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
