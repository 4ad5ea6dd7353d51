import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aBook } from './builders.ts';
import { librarian, library, member, tokenFor } from './support.ts';

describe('who may', () => {
  it('nobody adds a book without a token: 401', async (t) => {
    const app = await library(t);
    const answer = await app.inject({ method: 'POST', url: '/api/v1/books', payload: aBook() });
    assert.equal(answer.statusCode, 401);
    assert.match(String(answer.headers['www-authenticate']), /^Bearer/);
  });

  it('a token for another API is none: 401', async (t) => {
    const app = await library(t);
    const headers = await tokenFor({ roles: ['librarian'], scope: 'books:write', aud: 'https://cinema.example' });
    const answer = await app.inject({ method: 'POST', url: '/api/v1/books', headers, payload: aBook() });
    assert.equal(answer.statusCode, 401);
  });

  it('a librarian without the scope adds no book: 403', async (t) => {
    const app = await library(t);
    const headers = await tokenFor({ roles: ['librarian'], scope: 'loans:read' });
    const answer = await app.inject({ method: 'POST', url: '/api/v1/books', headers, payload: aBook() });
    assert.equal(answer.statusCode, 403);
  });
});

describe('what the library refuses', () => {
  it('a book that nobody has: 404', async (t) => {
    const app = await library(t);
    assert.equal((await app.inject({ url: '/api/v1/books/987654' })).statusCode, 404);
  });

  it('every mistake of a body at once: 400', async (t) => {
    const app = await library(t);
    const payload = { title: '', author: 7 };
    const answer = await app.inject({ method: 'POST', url: '/api/v1/books', headers: await librarian(), payload });
    assert.equal(answer.statusCode, 400);
    const fields = answer.json().errors.map(({ field }: { field: string }) => field);
    assert.deepEqual(fields.toSorted(), ['author', 'title']);
  });

  it('a book from the future: 422', async (t) => {
    const app = await library(t);
    const payload = aBook({ year: new Date().getUTCFullYear() + 1 });
    const answer = await app.inject({ method: 'POST', url: '/api/v1/books', headers: await librarian(), payload });
    assert.equal(answer.statusCode, 422);
  });

  it('a sixth book at home: 409, and not before', async (t) => {
    const app = await library(t);
    const statuses: number[] = [];
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) {
      const headers = await librarian();
      const added = await app.inject({ method: 'POST', url: '/api/v1/books', headers, payload: aBook({ title }) });
      const payload = { bookId: added.json().data.id, memberId: 1 };
      const lent = await app.inject({ method: 'POST', url: '/api/v1/loans', headers: await member(1), payload });
      statuses.push(lent.statusCode);
    }
    assert.deepEqual(statuses, [201, 201, 201, 201, 201, 409]);
  });
});
