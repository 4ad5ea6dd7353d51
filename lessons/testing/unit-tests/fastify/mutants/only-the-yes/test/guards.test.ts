import assert from 'node:assert/strict';
import test from 'node:test';
import { mayActFor } from '../src/guards.ts';

const caller = (memberId: number | undefined, role: string) => ({ memberId, roles: [role], scopes: [] });

test('a member may act for themselves', () => {
  assert.equal(mayActFor(1, { caller: caller(1, 'member') }), true);
});
