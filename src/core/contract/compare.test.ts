import { describe, expect, test } from 'vitest';
import { Plan } from '../../contract/plan.ts';
import type { OpenApiDocument, Route } from '../../contract/sandbox.ts';
import { compareContract, type Observed } from './compare.ts';
import { judgeContract } from './judge.ts';

const plan = Plan.parse({
  title: 'Library',
  basePath: '/api/v1',
  resources: [
    {
      name: 'books',
      operations: [
        { method: 'GET', path: '/books', summary: 'List', statuses: [200] },
        { method: 'POST', path: '/books', summary: 'Add', statuses: [422, 201] },
        { method: 'GET', path: '/books/{id}', summary: 'One', statuses: [200, 404] },
      ],
    },
  ],
});
const routes = (...texts: string[]): Route[] =>
  texts.map((text) => ({ method: text.split(' ')[0] ?? '', path: text.split(' ')[1] ?? '' }));
const all = routes('GET /api/v1/books', 'POST /api/v1/books', 'GET /api/v1/books/{id}');
const answers = (method: string, path: string, responses: OpenApiDocument): OpenApiDocument => ({
  openapi: '3.1.0',
  paths: { [path]: { [method]: { responses } } },
});
const rows = (
  built: Route[],
  openapi: OpenApiDocument | null = null,
  observed: Observed[] = [],
  of: Plan | null = plan,
) =>
  compareContract(of, { routes: built, openapi }, observed).rows.map(
    (row) => `${row.state} ${row.method} ${row.path}${row.drift.map((text) => ` | ${text}`).join('')}`,
  );

test('planned operations come in the order of the plan, then what nobody planned', () => {
  const report = compareContract(plan, { routes: routes('DELETE /other', 'GET /api/v1/books'), openapi: null }, []);
  expect(report).toMatchObject({ planned: 3, built: 1, drifted: 0, extra: 1 });
  expect(report.rows.map((row) => [row.state, row.path, row.summary])).toEqual([
    ['built', '/api/v1/books', 'List'],
    ['planned', '/api/v1/books', 'Add'],
    ['planned', '/api/v1/books/{id}', 'One'],
    ['extra', '/other', undefined],
  ]);
});

describe('the same route', () => {
  test('is found with a slash at the end, doubled slashes and small letters in the method', () => {
    expect(
      rows(routes('get /api/v1/books/', 'GET /api/v1//books', 'POST /api/v1/books', 'GET /api/v1/books/{id}')),
    ).toEqual(['built GET /api/v1/books', 'built POST /api/v1/books', 'built GET /api/v1/books/{id}']);
  });
  test('with another parameter name has drifted', () => {
    expect(rows(routes('GET /api/v1/books/{bookId}')).at(-1)).toBe(
      'drifted GET /api/v1/books/{id} | the parameter is {bookId}, the plan says {id}',
    );
  });
});

describe('routes that are no work of the learner', () => {
  test('are not extra: HEAD beside GET, OPTIONS, documentation, catch-alls', () => {
    const noise = ['HEAD /api/v1/books', 'OPTIONS /api/v1/books', 'OPTIONS *', 'GET /docs', 'GET /documentation/json'];
    expect(rows([...all, ...routes(...noise, 'GET /docs/static/*', 'GET /openapi.json', 'GET /*')])).toHaveLength(3);
  });
  test('count when they are planned, and a lone HEAD is extra', () => {
    const head = Plan.parse({
      title: 'T',
      resources: [{ name: 'a', operations: [{ method: 'HEAD', path: '/docs', summary: 's', statuses: [200] }] }],
    });
    expect(rows(routes('GET /docs', 'HEAD /docs'), null, [], head)).toEqual(['built HEAD /docs']);
    expect(rows(routes('HEAD /x'), null, [], null)).toEqual(['extra HEAD /x']);
  });
});

describe('statuses', () => {
  test('that the API really answered are drift when they are 2xx and unplanned', () => {
    const observed = [
      { method: 'POST', path: '/api/v1/books', status: 200 },
      { method: 'POST', path: '/api/v1/books?x=1', status: 200 },
      { method: 'post', path: '/api/v1/books', status: 201 },
    ];
    expect(rows(all, null, observed)[1]).toBe('drifted POST /api/v1/books | answers 200, the plan says 201 or 422');
  });
  test('of errors that were provoked are no drift', () => {
    const observed = [400, 404, 415, 429, 500, 302].map((status) => ({ method: 'GET', path: '/api/v1/books', status }));
    expect(rows(all, null, observed)[0]).toBe('built GET /api/v1/books');
  });
  test('belong to the literal route where a parameter would match too', () => {
    const newest = Plan.parse({
      ...plan,
      resources: [
        { name: 'books', operations: [{ method: 'GET', path: '/books/{id}', summary: 's', statuses: [200] }] },
      ],
    });
    const observed = [{ method: 'GET', path: '/api/v1/books/newest', status: 206 }];
    expect(rows(routes('GET /api/v1/books/{id}', 'GET /api/v1/books/newest'), null, observed, newest)[0]).toBe(
      'built GET /api/v1/books/{id}',
    );
    expect(rows(routes('GET /api/v1/books/{id}'), null, observed, newest)[0]).toContain('answers 206');
  });
  test('that the document declares are drift, but not the bare 200 that frameworks invent, nor 5xx', () => {
    const declared = (responses: OpenApiDocument) => rows(all, answers('post', '/api/v1/books', responses))[1];
    expect(declared({ '200': { description: 'Default Response' } })).toBe('built POST /api/v1/books');
    expect(declared({ '201': {}, '422': {}, '500': {}, '4XX': {}, default: {} })).toBe('built POST /api/v1/books');
    expect(declared({ '200': { content: {} }, '409': {} })).toBe(
      'drifted POST /api/v1/books | its document names 200 and 409, the plan says 201 or 422',
    );
  });
  test('that are declared and answered are said once', () => {
    const document = answers('post', '/api/v1/books', { '200': { content: {} } });
    const observed = [{ method: 'POST', path: '/api/v1/books', status: 200 }];
    expect(rows(all, document, observed)[1]).toBe('drifted POST /api/v1/books | answers 200, the plan says 201 or 422');
  });
});

test('an operation planned twice is one row with the statuses of both', () => {
  const twice = Plan.parse({
    title: 'T',
    resources: [
      { name: 'a', operations: [{ method: 'GET', path: '/a/{id}', summary: 's', statuses: [200] }] },
      { name: 'b', operations: [{ method: 'GET', path: '/a/{x}', summary: 's', statuses: [204] }] },
    ],
  });
  const observed = [{ method: 'GET', path: '/a/1', status: 204 }];
  expect(rows(routes('GET /a/{id}'), null, observed, twice)).toEqual(['built GET /a/{id}']);
});

test('without a plan every route is extra, and an odd document never throws', () => {
  expect(rows(all, null, [], null)).toHaveLength(3);
  for (const openapi of [{}, { paths: [] }, { paths: { '/api/v1/books': { get: { responses: [] } } } }]) {
    expect(rows(all, openapi as OpenApiDocument)[0]).toBe('built GET /api/v1/books');
  }
});

describe('a contract check', () => {
  const judge = (check: object, built: Route[], of: Plan | null = plan) =>
    judgeContract({ extra: 'allowed', ...check }, compareContract(of, { routes: built, openapi: null }, [])).map(
      (one) => `${one.at}: ${one.actual}, expected ${one.expected}`,
    );
  test('of the whole plan holds when everything is built', () => {
    expect(judge({}, all)).toEqual([]);
    expect(judge({}, routes('GET /api/v1/books', 'GET /api/v1/books/{x}'))).toEqual([
      'POST /api/v1/books: not built yet, expected built as planned',
      'GET /api/v1/books/{id}: the parameter is {x}, the plan says {id}, expected built as planned',
    ]);
  });
  test('of some operations looks at those only', () => {
    const operations = [{ method: 'GET', path: '/api/v1/books' }];
    expect(judge({ operations }, routes('GET /api/v1/books'))).toEqual([]);
    expect(judge({ operations }, [])).toEqual(['GET /api/v1/books: not built yet, expected built as planned']);
    expect(judge({ operations: [{ method: 'PUT', path: '/x' }] }, all)).toEqual([
      'PUT /x: neither planned nor built, expected planned and built',
    ]);
    expect(judge({ operations: [{ method: 'PUT', path: '/x' }] }, routes('PUT /x'))).toEqual([
      'PUT /x: built, but not in the plan, expected in the plan',
    ]);
  });
  test('may refuse routes that nobody planned', () => {
    const more = [...all, ...routes('GET /debug')];
    expect(judge({}, more)).toEqual([]);
    expect(judge({ extra: 'refused' }, more)).toEqual([
      'GET /debug: built, but not in the plan, expected only planned operations',
    ]);
  });
  test('never holds for an empty plan', () => {
    expect(judge({}, all, null)).toEqual(['plan: none, expected at least one operation']);
  });
});

test('20,000 routes and 4,000 answers of a hostile process are compared in one pass', () => {
  const hostile = Array.from({ length: 10_000 }, (_, index) =>
    routes(`GET /a/{x}/${index}`, `HEAD /a/{y}/${index}`),
  ).flat();
  const observed = Array.from({ length: 4_000 }, (_, index) => ({ method: 'GET', path: `/a/7/${index}`, status: 200 }));
  const report = compareContract(plan, { routes: hostile, openapi: null }, observed);
  expect(report).toMatchObject({ planned: 3, built: 0, extra: 10_000 });
});
