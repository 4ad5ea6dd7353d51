import { expect, test } from 'vitest';
import { RouteTable } from './route-table.ts';

const table = new RouteTable([
  { method: 'GET', path: '/' },
  { method: 'GET', path: '/books/{id}' },
  { method: 'GET', path: '/books/newest' },
  { method: 'get', path: '/books/{other}/' },
  { method: 'POST', path: '/books/{id}' },
  { method: 'GET', path: '/{any}/{id}' },
  { method: 'GET', path: '/files/{name}.json' },
]);

test.each([
  ['GET', '/', '/'],
  ['GET', '/books/7', '/books/{id}'],
  ['get', '/books/7/?x=1#y', '/books/{id}'],
  ['GET', '/books/newest', '/books/newest'],
  ['GET', '//books//7', '/books/{id}'],
  ['GET', '/files/a.json', '/files/{name}.json'],
  ['GET', '/other/7', '/{any}/{id}'],
  ['PUT', '/books/7', null],
  ['GET', '/books', null],
  ['GET', '/books/7/loans', null],
])('%s %s meets %s', (method, path, pattern) => {
  expect(table.find(method, path)?.path ?? null).toBe(pattern);
  expect(table.find(method, path)?.path ?? null).toBe(pattern);
});

test('the same shape is the same route, and the first one counts', () => {
  expect(table.same({ method: 'GET', path: '/books/{x}/' })?.path).toBe('/books/{id}');
  expect(table.same({ method: 'GET', path: '/books/7' })).toBeNull();
  expect(table.all()).toHaveLength(6);
});
