import type { Books } from './books.ts';
import type { FieldError } from './envelope.ts';
import { ApiError } from './errors.ts';
import type { Members } from './members.ts';
import type { Loan, LoanReturn, NewLoan } from './schemas/loan.ts';

const DAYS = 21;
const MOST_AT_HOME = 5;

/** Who has which book, and the rules of lending. */
export class Loans {
  readonly #loans: Loan[] = [];
  readonly #books: Books;
  readonly #members: Members;
  /** The day on which each loan began. It stays in here: clients are told when a book is due. */
  readonly #lentOn = new Map<number, string>();
  #lastId = 0;

  constructor(books: Books, members: Members) {
    this.#books = books;
    this.#members = members;
  }

  find(id: number): Loan {
    const loan = this.#loans.find((loan) => loan.id === id);
    if (!loan) throw new ApiError(404, 'There is no loan with this id.');
    return loan;
  }

  ofMember(memberId: number): Loan[] {
    this.#members.find(memberId);
    return this.#loans.filter((loan) => loan.memberId === memberId);
  }

  isOut(bookId: number): boolean {
    return this.#loans.some((loan) => loan.bookId === bookId && isOpen(loan));
  }

  lend({ bookId, memberId }: NewLoan): Loan {
    this.#refuseUnknown(bookId, memberId);
    if (this.isOut(bookId)) throw new ApiError(409, 'This book is lent already.');
    const atHome = this.ofMember(memberId).filter(isOpen).length;
    if (atHome >= MOST_AT_HOME) throw new ApiError(409, `This member has ${MOST_AT_HOME} books at home.`);
    this.#lastId += 1;
    const loan: Loan = { id: this.#lastId, bookId, memberId, dueOn: dayAfter(DAYS) };
    this.#loans.push(loan);
    this.#lentOn.set(loan.id, dayAfter(0));
    return loan;
  }

  /** A second return changes nothing: the day of the first one stays. */
  giveBack(id: number, { returnedOn }: LoanReturn): Loan {
    const loan = this.find(id);
    const lentOn = this.#lentOn.get(id) ?? '';
    if (returnedOn < lentOn) throw wrongDay(`must not be before ${lentOn}, when the book was lent`);
    if (returnedOn > dayAfter(0)) throw wrongDay('must not be in the future');
    loan.returnedOn ??= returnedOn;
    return loan;
  }

  /** Takes a book out of the catalogue, which nobody can do while it is lent. */
  withdraw(bookId: number): void {
    if (this.isOut(bookId)) throw new ApiError(409, 'This book is lent. It can be removed when it is back.');
    this.#books.remove(bookId);
  }

  #refuseUnknown(bookId: number, memberId: number): void {
    const errors: FieldError[] = [];
    if (!this.#books.has(bookId)) errors.push({ in: 'body', field: 'bookId', message: 'is no book of ours' });
    if (!this.#members.has(memberId)) errors.push({ in: 'body', field: 'memberId', message: 'is no member of ours' });
    if (errors.length > 0) throw new ApiError(422, 'The library does not know all of this.', errors);
  }
}

const isOpen = (loan: Loan): boolean => loan.returnedOn === undefined;

function wrongDay(message: string): ApiError {
  return new ApiError(422, 'A book cannot come back on this day.', [{ in: 'body', field: 'returnedOn', message }]);
}

/** The day that many days from today, as YYYY-MM-DD in UTC. */
function dayAfter(days: number): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
