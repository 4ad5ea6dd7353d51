import assert from 'node:assert/strict';
import test from 'node:test';
import { buildApp } from '../src/app.ts';

const app = await buildApp({ databaseFile: ':memory:' });

test('there are three books', async () => {
  const answer = await app.inject({ url: '/api/v1/books' });
  assert.equal(answer.json().page.total, 3);
});

test('a book that is not there is 404', async () => {
  const answer = await app.inject({ url: '/api/v1/books/987654' });
  assert.equal(answer.statusCode, 404);
});
