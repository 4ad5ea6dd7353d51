import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Books } from '../src/books.ts';
import { openDatabase } from '../src/database.ts';

/** The service on a database of its own, with the three books of the first day. */
function shelf(t: TestContext) {
  const database = openDatabase(':memory:');
  t.after(() => database.close());
  return new Books(database);
}

const titles = (books: { title: string }[]) => books.map(({ title }) => title);

describe('the list of books', () => {
  it('begins its second page where the first one ends', (t) => {
    const books = shelf(t);
    const { items } = books.list({ page: 2, perPage: 2 });
    assert.deepEqual(titles(items), ['Walden']);
  });

  it('sorts capital and small letters together', (t) => {
    const books = shelf(t);
    books.create({ title: 'the dispossessed', author: 'Ursula K. Le Guin' });
    const { items } = books.list({ page: 1, perPage: 20, sort: 'title' });
    assert.deepEqual(titles(items), ['Middlemarch', 'the dispossessed', 'The Time Machine', 'Walden']);
  });

  it('takes % in a search for the sign itself', (t) => {
    const books = shelf(t);
    books.create({ title: '100% Cotton', author: 'M. Weaver' });
    const { items } = books.list({ page: 1, perPage: 20, q: '%' });
    assert.deepEqual(titles(items), ['100% Cotton']);
  });
});
