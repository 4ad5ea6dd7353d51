import assert from 'node:assert/strict';
import test from 'node:test';
import { library } from './support.ts';

test('the books are listed', async (t) => {
  const app = await library(t);
  const answer = await app.inject({ url: '/api/v1/books' });
  assert.equal(answer.statusCode, 200);
});
