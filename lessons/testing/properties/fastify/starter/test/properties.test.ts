import assert from 'node:assert/strict';
import test from 'node:test';
import { librarian, library } from './support.ts';

test('Emma comes back as it was stored', async (t) => {
  const app = await library(t);
  const headers = await librarian();
  const url = '/api/v1/books/1';
  const payload = { title: 'Emma', author: 'Jane Austen', year: 1815 };
  assert.equal((await app.inject({ method: 'PUT', url, headers, payload })).statusCode, 200);
  assert.deepEqual((await app.inject({ url })).json().data, { id: 1, ...payload });
});
