import assert from 'node:assert/strict';
import test from 'node:test';
import Fastify from 'fastify';
import { openDatabase } from '../src/database.ts';
import { healthRoutes } from '../src/routes/health.ts';

test('without its database the server lives, and is not ready', async (t) => {
  const database = openDatabase(':memory:');
  const app = Fastify();
  t.after(() => app.close());
  app.register(healthRoutes, { database });
  assert.equal((await app.inject('/ready')).statusCode, 200);
  assert.equal((await app.inject('/health')).statusCode, 200);
});
