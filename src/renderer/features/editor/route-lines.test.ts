import { expect, test } from 'vitest';
import type { Verdict } from '../../../contract/evidence.ts';
import type { ShownTraffic } from '../../app/session-state.ts';
import { findRoute, routeLines } from './route-lines.ts';

const routes = [
  { method: 'GET', path: '/api/v1/books', file: 'src/app.ts', line: 8 },
  { method: 'HEAD', path: '/api/v1/books', file: 'src/app.ts', line: 8 },
  { method: 'GET', path: '/api/v1/books/{id}', file: 'src/app.ts', line: 12 },
  { method: 'GET', path: '/api/v1/books/newest', file: 'src/app.ts', line: 16 },
  { method: 'POST', path: '/api/v1/books', file: 'src/books.ts', line: 3 },
];

const request = (method: string, path: string) => ({ method, path, headers: {} });
const failed = (checkId: string, method: string, path: string): Verdict => ({
  checkId,
  status: 'failed',
  reason: '500, expected 201',
  ms: 1,
  evidence: { request: request(method, path), mismatches: [] },
});

test('a request meets the route with its method and shape, a fixed segment before a parameter', () => {
  expect(findRoute(routes, 'get', '/api/v1/books/7?full=1')?.line).toBe(12);
  expect(findRoute(routes, 'GET', '/api/v1/books/newest')?.line).toBe(16);
  expect(findRoute(routes, 'DELETE', '/api/v1/books/7')).toBeUndefined();
  expect(findRoute(routes, 'GET', '/api/v1/books/7/loans')).toBeUndefined();
});

test('each route of the file has one line with its last answer and how many came', () => {
  const seen = (status: number, ms: number, route: string): ShownTraffic => ({
    from: 'you',
    revision: 1,
    at: 1,
    method: 'GET',
    url: route,
    route,
    status,
    ms,
  });
  const lines = routeLines(
    'src/app.ts',
    routes,
    [seen(500, 2, '/api/v1/books'), seen(200, 0.6, '/api/v1/books'), seen(404, 1, '/api/v1/books/{id}')],
    [],
  );
  expect(lines.map(({ line, last, requests }) => ({ line, last, requests }))).toEqual([
    { line: 8, last: { status: 200, ms: 0.6 }, requests: 2 },
    { line: 12, last: { status: 404, ms: 1 }, requests: 1 },
    { line: 16, last: null, requests: 0 },
  ]);
});

test('of what the checks sent only the last run counts', () => {
  const sent = (from: 'you' | 'checks', revision: number, status: number): ShownTraffic => ({
    from,
    revision,
    at: 1,
    method: 'GET',
    url: '/api/v1/books',
    route: '/api/v1/books',
    status,
    ms: 1,
  });
  const traffic = [sent('checks', 1, 500), sent('you', 1, 200), sent('checks', 2, 201), sent('checks', 2, 202)];
  const [line] = routeLines('src/app.ts', routes, traffic, []);
  expect(line).toMatchObject({ last: { status: 202 }, requests: 3 });
});

test('a failed check stands at the route that its request met, and nowhere else', () => {
  const verdicts = [failed('created', 'POST', '/api/v1/books'), failed('gone', 'GET', '/api/v1/books/9')];
  const inApp = routeLines('src/app.ts', routes, [], verdicts);
  expect(inApp.map((line) => line.failing.map((verdict) => verdict.checkId))).toEqual([[], ['gone'], []]);
  const inBooks = routeLines('src/books.ts', routes, [], verdicts);
  expect(inBooks[0]?.failing.map((verdict) => verdict.checkId)).toEqual(['created']);
});

test('a check that was not judged is not shown as a failure of the route', () => {
  const blocked: Verdict = { ...failed('later', 'POST', '/api/v1/books'), status: 'blocked' };
  expect(routeLines('src/books.ts', routes, [], [blocked])[0]?.failing).toEqual([]);
});

test('of ten thousand routes of one line only the most telling are listed, soon', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => ({
    method: at % 2 === 0 ? 'GET' : 'HEAD',
    path: `/r/${at - (at % 2)}`,
    file: 'src/app.ts',
    line: 5,
  }));
  const lines = routeLines('src/app.ts', many, [], [failed('wrong', 'GET', '/r/9000')]);
  expect(lines.map(({ path, more }) => ({ path, more }))).toEqual([
    { path: '/r/9000', more: 0 },
    { path: '/r/0', more: 0 },
    { path: '/r/2', more: 0 },
    { path: '/r/4', more: 4_996 },
  ]);
});
