import { describe, expect, test } from 'vitest';
import type { OpenApiDocument } from '../../contract/sandbox.ts';
import { judgeAgainstOpenApi } from './openapi-response.ts';
import { reasonOf } from './verdict.ts';

const document: OpenApiDocument = {
  openapi: '3.1.0',
  paths: {
    '/books/{id}': {
      get: {
        responses: {
          '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Book' } } } },
          '404': { $ref: '#/components/responses/Missing' },
          '410': { content: { '*/*': { schema: { type: 'object' } } } },
          '5XX': { description: 'Our fault' },
        },
      },
      delete: { responses: { '204': { description: 'Gone' } } },
    },
    '/books/newest': { get: { responses: { default: { description: 'Anything' } } } },
  },
  components: {
    schemas: {
      Book: {
        type: 'object',
        required: ['id', 'title'],
        properties: { id: { type: 'integer' }, title: { type: 'string' }, next: { $ref: '#/components/schemas/Book' } },
      },
    },
    responses: {
      Missing: { content: { 'application/json': { schema: { type: 'object', required: ['message'] } } } },
    },
  },
};
const json = { 'content-type': 'application/json; charset=utf-8' };
const judge = (method: string, path: string, status: number, body = '', headers: Record<string, string> = json) =>
  reasonOf(
    judgeAgainstOpenApi({ status, headers, body, truncated: false, ms: 1 }, { openapi: document, method, path }),
  );

describe('a response and the document of its API', () => {
  test('agree on status, media type and schema', () => {
    expect(judge('GET', '/books/7?x=1', 200, '{"id":7,"title":"Dune","next":{"id":8,"title":"Emma"}}')).toBe('');
    expect(judge('GET', '/books/7', 404, '{"message":"no"}')).toBe('');
    expect(judge('GET', '/books/7', 503, 'anything')).toBe('');
    expect(judge('GET', '/books/newest', 418)).toBe('');
    expect(judge('GET', '/books/7', 410, '<p>', { 'content-type': 'text/html' })).toBe('');
    expect(judge('DELETE', '/books/7', 204)).toBe('');
  });
  test('differ in one of them', () => {
    expect(judge('GET', '/books/7', 200, '{"id":7}')).toBe('body.title missing');
    expect(judge('GET', '/books/7', 200, '{"id":7,"title":"a","next":{"id":8}}')).toBe('body.next.title missing');
    expect(judge('GET', '/books/7', 404, '{}')).toBe('body.message missing');
    expect(judge('GET', '/books/7', 200, '')).toBe('body missing');
    expect(judge('GET', '/books/7', 200, '<p>', { 'content-type': 'text/html' })).toBe(
      'content-type: text/html, expected application/json',
    );
    expect(judge('GET', '/books/7', 401)).toBe(
      'your OpenAPI document: 401 is not in it, expected status 200, 404, 410 or 5XX',
    );
    expect(judge('POST', '/books/7', 201)).toBe('your OpenAPI document: no such operation, expected POST /books/7');
    expect(judge('GET', '/authors', 200)).toContain('no such operation');
  });
  test('of version 3.0 are read with its dialect', () => {
    const old: OpenApiDocument = {
      openapi: '3.0.3',
      paths: {
        '/a': {
          get: {
            responses: {
              '200': {
                content: {
                  'application/json': {
                    schema: {
                      type: 'object',
                      properties: {
                        n: { type: 'integer', minimum: 0, exclusiveMinimum: true },
                        s: { type: 'string', nullable: true },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    };
    const answer = (body: string) =>
      judgeAgainstOpenApi(
        { status: 200, headers: json, body, truncated: false, ms: 1 },
        { openapi: old, method: 'GET', path: '/a' },
      );
    expect(answer('{"n":1,"s":null}')).toEqual([]);
    expect(answer('{"n":0}')).toHaveLength(1);
    expect(answer('{"s":1}')).not.toHaveLength(0);
  });
  test('that is odd never throws', () => {
    const odd: OpenApiDocument[] = [
      {},
      { paths: null },
      { paths: { '/a': null } },
      { paths: { '/a': { get: { responses: { '200': { $ref: '#/paths/~1a/get/responses/200' } } } } } },
      {
        paths: {
          '/a': { get: { responses: { '200': { content: { 'application/json': { schema: { $ref: 'x:y' } } } } } } },
        },
      },
    ];
    for (const openapi of odd) {
      const response = { status: 200, headers: json, body: '{}', truncated: false, ms: 1 };
      expect(() => judgeAgainstOpenApi(response, { openapi, method: 'GET', path: '/a' })).not.toThrow();
    }
    const response = { status: 200, headers: json, body: '{}', truncated: false, ms: 1 };
    expect(reasonOf(judgeAgainstOpenApi(response, { openapi: null, method: 'GET', path: '/a' }))).toBe(
      'your OpenAPI document missing',
    );
  });
});
