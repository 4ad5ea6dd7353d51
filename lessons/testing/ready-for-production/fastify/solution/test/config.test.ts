import assert from 'node:assert/strict';
import test from 'node:test';
import { readConfig } from '../src/config.ts';

test('everything has a default for a machine at home', () => {
  const { HOST, PORT, DATABASE_FILE } = readConfig({});
  assert.deepEqual({ HOST, PORT, DATABASE_FILE }, { HOST: '127.0.0.1', PORT: 3000, DATABASE_FILE: ':memory:' });
});

test('every wrong variable is named at once', () => {
  assert.throws(() => readConfig({ PORT: 'eighty', LOG_LEVEL: 'loud' }), /PORT.*LOG_LEVEL/s);
  assert.throws(() => readConfig({ PORT: 'eighty', TLS_CERT_FILE: 'cert.pem' }), /PORT.*TLS_KEY_FILE/s);
});

test('no value stands in the message', () => {
  assert.throws(
    () => readConfig({ OAUTH_ISSUER: 'user:secret-4711' }),
    (error) => error instanceof Error && !error.message.includes('secret-4711'),
  );
});

test('a certificate without its key is refused', () => {
  assert.throws(() => readConfig({ TLS_CERT_FILE: 'cert.pem' }), /TLS_KEY_FILE/);
});
