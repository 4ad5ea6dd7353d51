import assert from 'node:assert/strict';
import test from 'node:test';
import { library, member } from './support.ts';

test('a member borrows a book over real HTTP', async (t) => {
  const app = await library(t);
  const lent = await app.inject({
    method: 'POST',
    url: '/api/v1/loans',
    headers: await member(1),
    payload: { bookId: 2, memberId: 1 },
  });

  assert.equal(lent.statusCode, 201);
});
