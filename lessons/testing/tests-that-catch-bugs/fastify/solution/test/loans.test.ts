import assert from 'node:assert/strict';
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
  it('refuses a book and a member that are unknown, both at once', (t) => {
    const { loans } = desk(t);
    assert.throws(
      () => loans.lend({ bookId: 987654, memberId: 987654 }),
      (error) => {
        assert.ok(error instanceof Error && 'errors' in error && Array.isArray(error.errors));
        assert.equal(error.errors.length, 2);
        return true;
      },
    );
  });

  it('keeps the day of the first return', (t) => {
    const { loans, lentOn } = desk(t);
    const { id } = loans.lend({ bookId: 1, memberId: 1 });
    lentOn(day(-3));
    loans.giveBack(id, { returnedOn: day(-2) });
    assert.equal(loans.giveBack(id, { returnedOn: day(0) }).returnedOn, day(-2));
  });

  it('takes a book back on the day on which it was lent, and not before', (t) => {
    const { loans } = desk(t);
    const { id } = loans.lend({ bookId: 1, memberId: 1 });
    assert.throws(() => loans.giveBack(id, { returnedOn: day(-1) }), { statusCode: 422 });
    assert.throws(() => loans.giveBack(id, { returnedOn: day(1) }), { statusCode: 422 });
    assert.equal(loans.giveBack(id, { returnedOn: day(0) }).returnedOn, day(0));
  });

  it('calls a loan overdue from the day after it is due', (t) => {
    const { loans, dueOn } = desk(t);
    loans.lend({ bookId: 1, memberId: 1 });
    dueOn(day(0));
    assert.deepEqual(loans.report(), { open: 1, overdue: 0 });
    dueOn(day(-1));
    assert.deepEqual(loans.report(), { open: 1, overdue: 1 });
  });

  it('withdraws no book that is lent', (t) => {
    const { loans } = desk(t);
    loans.lend({ bookId: 1, memberId: 1 });
    assert.throws(() => loans.withdraw(1), { statusCode: 409 });
    loans.withdraw(2);
    assert.throws(() => loans.lend({ bookId: 2, memberId: 1 }), { statusCode: 422 });
  });

  it('knows no loan that was never made', (t) => {
    const { loans } = desk(t);
    assert.throws(() => loans.find(987654), { statusCode: 404 });
  });
});
