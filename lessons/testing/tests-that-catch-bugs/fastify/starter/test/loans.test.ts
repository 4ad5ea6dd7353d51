import { describe, it, type TestContext } from 'node:test';
import { Books } from '../src/books.ts';
import { openDatabase } from '../src/database.ts';
import { Loans } from '../src/loans.ts';
import { Members } from '../src/members.ts';

/** The service on a database of its own, and a way to change what the calendar would. */
function desk(t: TestContext) {
  const database = openDatabase(':memory:');
  t.after(() => database.close());
  const books = new Books(database);
  const loans = new Loans(database, books, new Members(database));
  const dueOn = (date: string) => database.prepare('UPDATE loans SET due_on = ?').run(date);
  const lentOn = (date: string) => database.prepare('UPDATE loans SET lent_on = ?').run(date);
  return { loans, dueOn, lentOn };
}

/** The day in that many days, in UTC. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('lending', () => {
  it('can lend', (t) => {
    const { loans } = desk(t);
    loans.lend({ bookId: 1, memberId: 1 });
    try {
      loans.lend({ bookId: 987654, memberId: 987654 });
    } catch {}
  });

  it('can give back', (t) => {
    const { loans, lentOn } = desk(t);
    const { id } = loans.lend({ bookId: 1, memberId: 1 });
    lentOn(day(-3));
    for (const returnedOn of [day(-4), day(1), day(-2), day(0)]) {
      try {
        loans.giveBack(id, { returnedOn });
      } catch {}
    }
  });

  it('can report', (t) => {
    const { loans } = desk(t);
    loans.report();
  });

  it('can withdraw', (t) => {
    const { loans } = desk(t);
    loans.lend({ bookId: 1, memberId: 1 });
    try {
      loans.withdraw(1);
    } catch {}
    loans.withdraw(2);
    try {
      loans.find(987654);
    } catch {}
  });
});
