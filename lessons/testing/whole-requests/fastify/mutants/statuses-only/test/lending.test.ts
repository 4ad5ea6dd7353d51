import assert from 'node:assert/strict';
import test from 'node:test';
import { librarian, library } from './support.ts';

test('a book is bought, lent, brought back and given away', async (t) => {
  const app = await library(t);
  const headers = await librarian();

  const bought = await app.inject({
    method: 'POST',
    url: '/api/v1/books',
    headers,
    payload: { title: 'Emma', author: 'Jane Austen' },
  });
  assert.equal(bought.statusCode, 201);
  const url = String(bought.headers.location);
  const { id } = (await app.inject({ url })).json().data;

  const lent = await app.inject({
    method: 'POST',
    url: '/api/v1/loans',
    headers,
    payload: { bookId: id, memberId: 1 },
  });
  assert.equal(lent.statusCode, 201);

  const inside = await app.inject({ url: '/api/v1/books?available=true&perPage=100' });
  assert.equal(inside.statusCode, 200);

  const back = await app.inject({
    method: 'PATCH',
    url: String(lent.headers.location),
    headers,
    payload: { returnedOn: day(0) },
  });
  assert.equal(back.statusCode, 200);

  assert.equal((await app.inject({ method: 'DELETE', url, headers })).statusCode, 204);
  assert.equal((await app.inject({ url })).statusCode, 404);
});

/** The day in that many days, in UTC. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
