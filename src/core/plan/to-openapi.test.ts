import { describe, expect, test } from 'vitest';
import type { Json } from '../../contract/ids.ts';
import { Plan } from '../../contract/plan.ts';
import { OpenApiDocument } from '../../contract/sandbox.ts';
import { operationsOf, resolveRef } from '../contract/openapi-document.ts';
import { shapeOf } from '../contract/path-shape.ts';
import { isJsonObject } from '../json/json-type.ts';
import { planToOpenApi } from './to-openapi.ts';

/** What OpenAPI 3.1.0 forbids and a plan could cause; empty when the document is fine. */
function flaws(document: OpenApiDocument): string[] {
  const found: string[] = [];
  if (!OpenApiDocument.safeParse(document).success) found.push('not JSON');
  const paths = Object.keys(isJsonObject(document.paths) ? document.paths : {});
  if (new Set(paths.map(shapeOf)).size !== paths.length) found.push('two templates for one path');
  for (const path of paths) if (!path.startsWith('/') || path.includes('?')) found.push(`path ${path}`);
  const ids = operationsOf(document).map(({ operation }) => operation.operationId);
  if (new Set(ids).size !== ids.length) found.push('operationId twice');
  for (const { path, operation, method } of operationsOf(document)) {
    const declared = (Array.isArray(operation.parameters) ? operation.parameters : []).map((one) =>
      isJsonObject(one) ? one.name : null,
    );
    const named = [...path.matchAll(/\{([^{}]*)\}/g)].map((one) => one[1]);
    if (JSON.stringify(declared) !== JSON.stringify(named)) found.push(`parameters of ${path}`);
    if (named.some((name) => name === '')) found.push(`empty parameter in ${path}`);
    if (!isJsonObject(operation.responses) || Object.keys(operation.responses).length === 0) found.push('no responses');
    for (const response of Object.values(isJsonObject(operation.responses) ? operation.responses : {})) {
      if (!isJsonObject(response) || typeof response.description !== 'string') found.push('no description');
    }
    if (method === 'GET' && operation.requestBody !== undefined) found.push('GET with a body');
  }
  const components = isJsonObject(document.components) ? document.components.schemas : undefined;
  for (const name of Object.keys(isJsonObject(components) ? components : {})) {
    if (!/^[a-zA-Z0-9._-]+$/.test(name)) found.push(`component ${name}`);
  }
  const tags = (Array.isArray(document.tags) ? document.tags : []).map((tag) => (isJsonObject(tag) ? tag.name : ''));
  if (new Set(tags).size !== tags.length) found.push('tag twice');
  const walk = (value: Json): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (isJsonObject(value)) {
      if (typeof value.$ref === 'string' && resolveRef(document, value) === value) found.push(`dangling ${value.$ref}`);
      Object.values(value).forEach(walk);
    }
  };
  walk(document);
  return found;
}

const library = Plan.parse({
  title: 'Library',
  purpose: 'Lend books.',
  audience: 'public',
  basePath: '/api/v1',
  resources: [
    {
      name: 'books',
      description: 'What can be lent.',
      rules: ['One member at a time.'],
      fields: [
        { name: 'id', type: 'integer', readOnly: true },
        { name: 'title', description: 'As printed.' },
        { name: 'published', type: 'date', required: false },
      ],
      operations: [
        { method: 'GET', path: '/books', summary: 'List books', statuses: [200] },
        { method: 'POST', path: '/books', summary: 'Add a book', statuses: [201, 422] },
        { method: 'GET', path: '/books/{id}', summary: 'One book', statuses: [200, 404] },
        { method: 'PATCH', path: '/books/{bookId}', summary: 'Change a book', statuses: [200, 404] },
        { method: 'DELETE', path: '/books/{id}', summary: 'Remove a book', statuses: [204, 404] },
        { method: 'GET', path: '/books/{id}/loans', summary: 'Loans of a book', statuses: [200] },
        { method: 'POST', path: '/books/{id}/renewals', summary: 'Renew', statuses: [202] },
      ],
    },
    { name: 'loans', fields: [{ name: 'until', type: 'date-time' }], operations: [] },
  ],
});

describe('the plan of the course', () => {
  const document = planToOpenApi(library);
  const operation = (method: string, path: string) =>
    operationsOf(document).find((one) => one.method === method && one.path === path)?.operation;

  test('is a document without flaws', () => {
    expect(flaws(document)).toEqual([]);
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Library', version: '1.0.0', description: 'Lend books.\n\nFor the public.' },
      tags: [{ name: 'books', description: 'What can be lent.\n- One member at a time.' }, { name: 'loans' }],
    });
  });
  test('has schemas for what is answered, created and changed', () => {
    expect(document.components).toEqual({
      schemas: {
        Book: {
          type: 'object',
          description: 'What can be lent.',
          properties: {
            id: { type: 'integer', readOnly: true },
            title: { type: 'string', description: 'As printed.' },
            published: { type: 'string', format: 'date' },
          },
          required: ['id', 'title'],
        },
        NewBook: expect.objectContaining({ required: ['title'] }),
        BookChanges: expect.not.objectContaining({ required: expect.anything() }),
        Loan: expect.anything(),
        NewLoan: expect.anything(),
      },
    });
  });
  test('has what each operation takes and answers', () => {
    const content = (name: string) => ({
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
    });
    const list = (name: string) => ({
      content: { 'application/json': { schema: { type: 'array', items: { $ref: `#/components/schemas/${name}` } } } },
    });
    expect(operation('GET', '/api/v1/books')).toMatchObject({ tags: ['books'], responses: { 200: list('Book') } });
    expect(operation('POST', '/api/v1/books')).toMatchObject({
      requestBody: { required: true, ...content('NewBook') },
      responses: {
        201: { description: 'Created', headers: { Location: {} }, ...content('Book') },
        422: { description: 'Unprocessable Content' },
      },
    });
    expect(operation('GET', '/api/v1/books/{id}')).toMatchObject({
      parameters: [{ name: 'id', in: 'path', required: true }],
      responses: { 200: content('Book'), 404: { description: 'Not Found' } },
    });
    expect(operation('PATCH', '/api/v1/books/{id}')).toMatchObject({ requestBody: content('BookChanges') });
    expect(operation('DELETE', '/api/v1/books/{id}')?.responses).toMatchObject({ 204: { description: 'No Content' } });
    expect(JSON.stringify(operation('DELETE', '/api/v1/books/{id}'))).not.toContain('content"');
    expect(operation('GET', '/api/v1/books/{id}/loans')).toMatchObject({ responses: { 200: list('Loan') } });
    expect(operation('POST', '/api/v1/books/{id}/renewals')).toMatchObject({ requestBody: { required: false } });
  });
});

describe('odd plans', () => {
  const planned = (operations: object[], rest: object = {}) =>
    planToOpenApi(
      Plan.parse({
        title: 'T',
        resources: [
          {
            name: 'books',
            operations: operations.map((one) => ({ method: 'GET', summary: 's', statuses: [200], ...one })),
          },
        ],
        ...rest,
      }),
    );
  test('an empty plan is a document', () => {
    expect(flaws(planToOpenApi(Plan.parse({ title: 'T' })))).toEqual([]);
  });
  test('an operation planned twice counts once, and other parameter names are the same path', () => {
    const document = planned([
      { path: '/books/{id}', summary: 'The first' },
      { path: '/books/{id}/', summary: 'The second' },
      { path: '/books/{x}', method: 'PUT' },
    ]);
    expect(Object.keys(document.paths as object)).toEqual(['/books/{id}']);
    expect(operationsOf(document).map(({ operation }) => operation.summary)).toContain('The first');
    expect(flaws(document)).toEqual([]);
  });
  test('resources whose items have one name get their own schemas', () => {
    const document = planToOpenApi(
      Plan.parse({
        title: 'T',
        resources: [{ name: 'books' }, { name: 'books' }, { name: 'new-books' }, { name: 'книги' }],
      }),
    );
    expect(flaws(document)).toEqual([]);
    expect(Object.keys((document.components as { schemas: object }).schemas)).toHaveLength(8);
  });
  test('500 plans of odd parts are documents without flaws', () => {
    const names = [
      'books',
      'book',
      'Books',
      '__proto__',
      'constructor',
      'new books',
      '/',
      '{}',
      'a.b',
      '💥',
      's',
      'toString',
    ];
    const paths = [
      '/',
      '//',
      '/{}',
      '/{}/{}',
      '/{a}/{a}',
      '/{a',
      '/a}',
      '/{a}{b}',
      '/a?b=c#d',
      '/{a}.json',
      '/ /x',
      '/{ }',
      '/{__proto__}',
    ];
    const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
    let seed = 42;
    const pick = <T>(list: readonly T[]): T => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return list[seed % list.length] as T;
    };
    const some = <T>(make: () => T): T[] => Array.from({ length: pick([0, 1, 2, 3]) }, make);
    for (let round = 0; round < 500; round += 1) {
      const plan = Plan.parse({
        title: pick(names),
        basePath: pick(['/', '/api/v1', '/api//v1/', '/{tenant}', '/{}']),
        resources: some(() => ({
          name: pick(names),
          item: pick([undefined, ...names]),
          fields: some(() => ({ name: pick(names), readOnly: pick([true, false]), type: pick(['string', 'date']) })),
          operations: some(() => ({
            method: pick(methods),
            path: pick(paths) + pick(['', ...paths]),
            summary: 's',
            statuses: [pick([100, 200, 204, 304, 404, 599]), 200],
          })),
        })),
      });
      expect(flaws(planToOpenApi(plan)), JSON.stringify(plan)).toEqual([]);
    }
  });
});

test('the search for flaws finds flaws', () => {
  expect(
    flaws({
      paths: {
        '/a/{x}': { get: { operationId: 'a', responses: {} } },
        '/a/{y}': { get: { operationId: 'a', responses: { 200: {} }, requestBody: {} } },
      },
      components: { schemas: { 'a b': { $ref: '#/nowhere' } } },
      tags: [{ name: 'a' }, { name: 'a' }],
    }),
  ).toHaveLength(10);
});
