import { ApiError } from './errors.ts';

export interface Loan {
  id: number;
  bookId: number;
  memberId: number;
  dueOn: string;
  returnedOn?: string;
}

/** Who has which book, and the rules of lending. */
export class Loans {
  readonly #loans: Loan[] = [];

  find(id: number): Loan {
    const loan = this.#loans.find((loan) => loan.id === id);
    if (!loan) throw new ApiError(404, 'There is no loan with this id.');
    return loan;
  }
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

/** The day that many days from today, as YYYY-MM-DD in UTC. */
function dayAfter(days: number): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
