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

for (const payload of ['null', '[]', '{"title":null}', '']) {
  test(`the body ${payload} makes no 500`, async (t) => {
    const app = await library(t);
    const headers = { ...(await librarian()), 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'POST', url: '/api/v1/books', headers, payload });
    assert.ok(answer.statusCode < 500);
  });
}

test('an address that cannot be read has an envelope', async (t) => {
  const app = await library(t);
  assert.equal((await app.inject({ url: '/api/v1/books/%' })).json().status, 'error');
});

test('three pages have three books', async (t) => {
  const app = await library(t);
  const ids: number[] = [];
  for (const page of [1, 2, 3]) {
    ids.push((await app.inject({ url: `/api/v1/books?perPage=1&page=${page}` })).json().data[0]?.id);
  }
  assert.deepEqual(ids, [1, 2, 4]);
});
