import assert from 'node:assert/strict';
import test from 'node:test';
import { mayActFor, requireScope } from '../src/guards.ts';

const caller = (memberId: number | undefined, role: string) => ({ memberId, roles: [role], scopes: [] });

test('a member may act for themselves', () => {
  assert.equal(mayActFor(1, { caller: caller(1, 'member') }), true);
});

test('a member may not act for another one', () => {
  assert.equal(mayActFor(1, { caller: caller(2, 'member') }), false);
});

test('a librarian may act for everybody', () => {
  assert.equal(mayActFor(1, { caller: caller(undefined, 'librarian') }), true);
});

test('nobody may act without a token', () => {
  assert.equal(mayActFor(1, { caller: null }), false);
});

/** Stands in for a reply: keeps the headers that a handler sets. */
function aReply() {
  const headers = new Map<string, string>();
  return { headers, header: (name: string, value: string) => headers.set(name, value) };
}

test('whoever has the scope passes', async () => {
  await requireScope('books:write')({ caller: { ...caller(1, 'member'), scopes: ['books:write'] } }, aReply());
});

test('without the scope it is 403, and the answer names what is missing', async () => {
  const reply = aReply();
  const asking = { caller: { ...caller(1, 'member'), scopes: ['loans:read'] } };
  await assert.rejects(requireScope('books:write')(asking, reply), { statusCode: 403 });
  assert.match(reply.headers.get('www-authenticate') ?? '', /scope="books:write"/);
});

test('without a token it is 401', async () => {
  const reply = aReply();
  await assert.rejects(requireScope('books:write')({ caller: null }, reply), { statusCode: 401 });
  assert.match(reply.headers.get('www-authenticate') ?? '', /^Bearer/);
});
