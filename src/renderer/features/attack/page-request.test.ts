import { describe, expect, it, test } from 'vitest';
import { OriginRequest } from '../../../contract/origins.ts';
import { pageRequest } from './page-request.ts';

const API = 'https://localhost:4711';
const get = { method: 'GET', path: '/api/v1/books?sort=title', withToken: false } as const;

test('a simple request is one that a browser sends without asking first', () => {
  const request = pageRequest('1', API, get);
  expect(OriginRequest.parse(request)).toEqual(request);
  expect(request).toMatchObject({ method: 'GET', url: `${API}/api/v1/books?sort=title`, headers: {} });
  expect(request.body).toBeUndefined();
});

test('a token and a body need headers that a browser asks about first', () => {
  expect(pageRequest('1', API, { ...get, withToken: true }).headers).toEqual({ authorization: 'Bearer a-token' });
  const post = pageRequest('1', API, { ...get, method: 'POST' });
  expect(post.headers).toEqual({ 'content-type': 'application/json' });
  expect(JSON.parse(post.body ?? '')).toHaveProperty('title');
});

describe('whatever stands in the path', () => {
  const paths = [
    '',
    'books',
    '//evil.example/x',
    'https://evil.example/',
    '@evil.example',
    '\\\\evil.example',
    ' /a b',
    '/[',
  ];
  it.each(paths)('%o leads to the API', (path) => {
    const { url } = OriginRequest.parse(pageRequest('1', API, { ...get, path }));
    expect(new URL(url).origin).toBe(API);
  });
});
