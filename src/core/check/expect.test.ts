import { describe, expect, test } from 'vitest';
import type { ReceivedResponse } from '../../contract/evidence.ts';
import { HttpExpectation } from '../../contract/http-step.ts';
import { judgeExchange } from './expect.ts';
import { reasonOf } from './verdict.ts';

const context = { openapi: null, method: 'POST', path: '/books' };
const response = (part: Partial<ReceivedResponse>): ReceivedResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: '',
  truncated: false,
  ms: 3,
  ...part,
});
const reason = (spec: unknown, part: Partial<ReceivedResponse>) =>
  reasonOf(judgeExchange(HttpExpectation.parse(spec), response(part), context));

describe('the line that a learner reads', () => {
  test.each<[spec: unknown, got: Partial<ReceivedResponse>, line: string]>([
    [{ status: 201 }, { status: 201 }, ''],
    [{ status: [400, 422] }, { status: 500 }, '500, expected 400 or 422'],
    [{ headers: { Location: { present: true } } }, {}, 'location missing'],
    [{ headers: { location: { glob: '/books/*' } } }, { headers: { Location: '/books/7' } }, ''],
    [
      { headers: { location: { glob: '/books/*' } } },
      { headers: { location: '/7' } },
      'location: /7, expected like /books/*',
    ],
    [
      { headers: { 'content-type': { includes: 'json' } } },
      { headers: { 'content-type': 'text/html' } },
      'content-type: text/html, expected with "json" in it',
    ],
    [{ headers: { 'x-powered-by': { present: false } } }, {}, ''],
    [
      { headers: { 'x-powered-by': { present: false } } },
      { headers: { 'x-powered-by': 'Express' } },
      'x-powered-by: Express, expected nothing',
    ],
    [{ body: { data: { id: 1 } } }, { body: '{"data":{"id":1,"more":true}}' }, ''],
    [{ body: { data: { id: 1 } } }, { body: '' }, 'body missing'],
    [{ body: { id: 1 } }, { body: '<h1>' }, 'body: text that is not JSON: "<h1>", expected JSON'],
    [{ body: 'pong' }, { body: 'pong' }, ''],
    [{ body: { $absent: true } }, { status: 204, body: '' }, ''],
    [{ within: 200 }, { ms: 340.4 }, 'time: 340 ms, expected at most 200 ms'],
    [{ status: 404, body: { message: { $type: 'string' } } }, { body: '{}' }, '200, expected 404 (and 1 more)'],
  ])('%j on %j', (spec, got, line) => {
    expect(reason(spec, got)).toBe(line);
  });
});

describe('a header that lists names of fields', () => {
  const lists = ['Access-Control-Allow-Headers', 'access-control-expose-headers', 'Vary'];

  test.each(lists)('%s is judged without regard to case', (name) => {
    const judged = (expected: unknown, value: string) =>
      reason({ headers: { [name]: expected } }, { headers: { [name.toLowerCase()]: value } });
    expect(judged({ includes: 'retry-after' }, 'Location, Retry-After')).toBe('');
    expect(judged({ includes: 'Retry-After' }, 'location,retry-after')).toBe('');
    expect(judged({ glob: '*ORIGIN*' }, 'Accept, Origin')).toBe('');
    expect(judged('Origin', 'origin')).toBe('');
    expect(judged({ includes: 'Retry-After' }, 'Location')).toBe(
      `${name.toLowerCase()}: Location, expected with "Retry-After" in it`,
    );
    expect(judged('Origin', 'Accept')).toBe(`${name.toLowerCase()}: Accept, expected Origin`);
  });

  test('is no other: methods and values keep their case', () => {
    const methods = (value: string) => ({ headers: { 'access-control-allow-methods': value } });
    expect(reason({ headers: { 'access-control-allow-methods': { includes: 'PUT' } } }, methods('put'))).not.toBe('');
    expect(reason({ headers: { location: '/Books' } }, { headers: { location: '/books' } })).not.toBe('');
  });
});

describe('a JSON Schema', () => {
  const schema = {
    type: 'object',
    required: ['id', 'email'],
    additionalProperties: false,
    properties: { id: { type: 'integer' }, email: { type: 'string', format: 'email' }, role: { enum: ['user'] } },
  };
  test('reports every difference at its place', () => {
    const found = judgeExchange({ schema }, response({ body: '{"id":"7","role":"admin","hash":"x"}' }), context);
    expect(found.map((one) => `${one.at}: ${one.actual}, expected ${one.expected}`).toSorted()).toEqual([
      'body.email: nothing, expected a value',
      'body.hash: a value, expected nothing',
      'body.id: a string, expected an integer',
      'body.role: "admin", expected "user"',
    ]);
  });
  test('knows formats and 2020-12 keywords', () => {
    expect(reason({ schema }, { body: '{"id":1,"email":"a@b.c"}' })).toBe('');
    expect(reason({ schema }, { body: '{"id":1,"email":"nobody"}' })).toContain('format');
    expect(reason({ schema: { prefixItems: [{ const: 1 }] } }, { body: '[2]' })).not.toBe('');
  });
  test('that cannot be compiled is a mismatch, not a crash', () => {
    expect(reason({ schema: { type: 'strnig' } }, { body: '{}' })).toContain('a JSON Schema that can be used');
    expect(reason({ schema: { $ref: '#/nowhere' } }, { body: '{}' })).toContain('a JSON Schema that can be used');
  });
  test('with a pattern that may take for ever ends at once', () => {
    const hostile = { type: 'string', pattern: '^(a+)+$' };
    expect(reason({ schema: hostile }, { body: JSON.stringify(`${'a'.repeat(60)}!`) })).toBe('');
    expect(reason({ schema: { type: 'string', pattern: '^[a-z]+$' } }, { body: '"A1"' })).not.toBe('');
  });
});

describe('an answer that is no JSON', () => {
  const page = (body: unknown) => reason({ body }, { body: '<h1>a</h1>' });

  test('can be asked for what is in it and what is not', () => {
    expect(page({ $includes: '<h1>' })).toBe('');
    expect(page({ $not: { $includes: '<script' } })).toBe('');
    expect(page({ $not: { $includes: '<h1' } })).not.toBe('');
    expect(page({ $includes: '<h2>' })).not.toBe('');
  });

  test('has no fields', () => {
    expect(page({ data: 1 })).toContain('expected JSON');
  });
});
