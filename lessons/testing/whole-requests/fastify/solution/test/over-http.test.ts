import assert from 'node:assert/strict';
import test from 'node:test';
import { library, member } from './support.ts';

test('a member borrows a book over real HTTP', async (t) => {
  const app = await library(t);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });

  const lent = await fetch(`${address}/api/v1/loans`, {
    method: 'POST',
    headers: { ...(await member(1)), 'content-type': 'application/json' },
    body: JSON.stringify({ bookId: 2, memberId: 1 }),
  });

  assert.equal(lent.status, 201);
  assert.match(lent.headers.get('content-type') ?? '', /^application\/json/);
  assert.match(await lent.text(), /"bookId":2/);
});
