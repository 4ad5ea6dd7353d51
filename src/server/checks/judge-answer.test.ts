import { expect, test } from 'vitest';
import type { Json } from '../../contract/ids.ts';
import { judgeAnswer } from './judge-answer.ts';

const response = { status: 200, headers: { 'content-type': 'application/json' }, body: '[]', truncated: false, ms: 1 };

function documentOf(schemas: Record<string, Json>): Record<string, Json> {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/s0' } } };
  return {
    openapi: '3.1.0',
    paths: { '/books': { get: { responses: { 200: { description: 'All', content } } } } },
    components: { schemas },
  };
}

function judge(schemas: Record<string, Json>, body = '[]') {
  const context = { openapi: documentOf(schemas), method: 'GET', path: '/books' };
  return judgeAnswer({ status: 200, openapi: true }, { ...response, body }, context);
}

test('an answer is judged by the schema of its document', async () => {
  expect(await judge({ s0: { type: 'array' } })).toEqual([]);
  expect(await judge({ s0: { type: 'object' } })).toEqual([{ at: 'body', expected: 'an object', actual: 'an array' }]);
});

test('schemas that each stand twice in the one before are given up', async () => {
  const schemas: Record<string, Json> = { s40: { type: 'array' } };
  for (let n = 0; n < 40; n += 1) {
    const next = { $ref: `#/components/schemas/s${n + 1}` };
    schemas[`s${n}`] = { allOf: [next, next] };
  }
  expect(await judge(schemas)).toMatchObject([
    { at: 'your OpenAPI document', expected: 'something that can be judged' },
  ]);
});

test('a schema that is itself twice, against a deep body, is given up', async () => {
  const self = { $ref: '#/components/schemas/s0' };
  const schemas = { s0: { items: { allOf: [self, self] } } };
  expect(await judge(schemas, '['.repeat(60) + ']'.repeat(60))).toHaveLength(1);
});
