import { expect, test } from 'vitest';
import { withResolvedLocation } from './resolved-location.ts';

test.for([
  ['7', '/api/v1/7'],
  ['books/7', '/api/v1/books/7'],
  ['./books/7?new#top', '/api/v1/books/7?new#top'],
  ['../books/7', '/api/books/7'],
  ['?id=7', '/api/v1/books?id=7'],
  ['/api/v1/books/7', '/api/v1/books/7'],
  ['//host/books/7', '//host/books/7'],
  ['https://host/books/7', 'https://host/books/7'],
] as const)('a location of %s leads to %s, seen from the request', ([location, leads]) => {
  const response = { status: 201, headers: { Location: location, etag: 'a' }, body: '', truncated: false, ms: 1 };
  const { headers } = withResolvedLocation(response, '/api/v1/books?a=b');
  expect(headers).toEqual({ Location: leads, etag: 'a' });
});
