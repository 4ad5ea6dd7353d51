import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { Books } from '../src/books.ts';
import { openDatabase } from '../src/database.ts';
import { librarian, library } from './support.ts';

/** Names of one line, from every script, as long as they may be. Blanks around them would be taken away. */
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 100, size: 'max' })
  .map((text) => text.normalize('NFC').trim())
  .filter((text) => text.length > 0 && text.length <= 200 && !/\p{Cc}/u.test(text));

const book = fc.record({ title: name, author: name, year: fc.integer({ min: 1, max: 2020 }) });

test('any valid book comes back as it was stored', async (t) => {
  const app = await library(t);
  const headers = await librarian();
  const url = '/api/v1/books/1';
  await fc.assert(
    fc.asyncProperty(book, async (payload) => {
      assert.equal((await app.inject({ method: 'PUT', url, headers, payload })).statusCode, 200);
      assert.deepEqual((await app.inject({ url })).json().data, { id: 1, ...payload });
    }),
    { numRuns: 25 },
  );
});

test('no JSON whatsoever makes a 500, and every answer is an envelope', async (t) => {
  const app = await library(t);
  const headers = { ...(await librarian()), 'content-type': 'application/json' };
  await fc.assert(
    fc.asyncProperty(fc.record({ title: fc.string() }).map((value) => JSON.stringify(value)), async (payload) => {
      const answer = await app.inject({ method: 'POST', url: '/api/v1/books', headers, payload });
      assert.ok(answer.statusCode < 500, answer.body);
      assert.match(answer.json().status, /^(success|error)$/);
    }),
    { numRuns: 40 },
  );
});

test('no address whatsoever makes a 500, and every answer is an envelope', async (t) => {
  const app = await library(t);
  const signs = fc.constantFrom('%', '%25', '/', '?', '=', '.', 'é', '0', '-1', 'a');
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: signs, maxLength: 8 }), async (rest) => {
      const answer = await app.inject({ url: `/api/v1/books/${encodeURI(rest).replaceAll('%25', '%')}` });
      assert.ok(answer.statusCode < 500, answer.body);
      assert.match(answer.json().status, /^(success|error)$/);
    }),
    { numRuns: 40, examples: [['%']] },
  );
});

test('whatever the size of a page, all pages together have each book once', (t) => {
  const database = openDatabase(':memory:');
  t.after(() => database.close());
  const books = new Books(database);
  for (let number = 1; number <= 20; number += 1) books.create({ title: `Book ${number}`, author: 'Somebody' });
  const sort = fc.constantFrom('title', '-title', 'author', '-author', 'year', '-year', undefined);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), sort, (perPage, sort) => {
      const seen: number[] = [];
      for (let page = 1; seen.length < 23 && page <= 23; page += 1) {
        seen.push(...books.list({ page, perPage, sort }).items.map(({ id }) => id));
      }
      assert.equal(seen.length, 23);
      assert.equal(new Set(seen).size, 23);
    }),
    { numRuns: 40 },
  );
});
