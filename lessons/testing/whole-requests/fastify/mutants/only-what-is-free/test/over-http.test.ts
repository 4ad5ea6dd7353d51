import assert from 'node:assert/strict';
import test from 'node:test';
import { library } from './support.ts';

test('the books are listed over real HTTP', async (t) => {
  const app = await library(t);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const answer = await fetch(`${address}/api/v1/books`);
  assert.equal(answer.status, 200);
});
