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
  it('knows no loan that was never made', (t) => {
    const { loans } = desk(t);
    assert.throws(() => loans.find(987654), { statusCode: 404 });
    assert.throws(
      () => loans.lend({ bookId: 987654, memberId: 987654 }),
      (error) => {
        assert.ok(error instanceof Error && 'errors' in error && Array.isArray(error.errors));
        assert.equal(error.errors.length, 2);
        return true;
      },
    );
  });

  it('takes no book back before it was lent', (t) => {
    const { loans } = desk(t);
    const { id } = loans.lend({ bookId: 1, memberId: 1 });
    assert.throws(() => loans.giveBack(id, { returnedOn: day(1) }), { statusCode: 422 });
  });
});
