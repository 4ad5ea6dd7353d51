import assert from 'node:assert/strict';
import test from 'node:test';
import { mayActFor } from '../src/guards.ts';

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
