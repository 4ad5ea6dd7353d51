import { describe, expect, test } from 'vitest';
import type { Json } from '../../contract/ids.ts';
import { Plan } from '../../contract/plan.ts';
import { compareContract } from './compare.ts';
import { fieldDrift, judgeContract } from './judge.ts';

const plan = Plan.parse({
  title: 'Library',
  basePath: '/api/v1',
  resources: [
    {
      name: 'books',
      fields: [
        { name: 'id', type: 'integer', readOnly: true },
        { name: 'title' },
        { name: 'price', type: 'number', required: false },
        { name: 'dueOn', type: 'date', required: false },
      ],
      operations: [
        { method: 'GET', path: '/books', summary: 'List', statuses: [200] },
        { method: 'POST', path: '/books', summary: 'Add', statuses: [201, 400] },
        { method: 'PATCH', path: '/books/{id}', summary: 'Change', statuses: [200, 404] },
      ],
    },
  ],
});
const routes = [
  { method: 'GET', path: '/api/v1/books' },
  { method: 'POST', path: '/api/v1/books' },
  { method: 'PATCH', path: '/api/v1/books/{id}' },
];
const json = (schema: Json) => ({ content: { 'application/json': { schema } } });
const object = (properties: { [name: string]: Json }, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
});
const text = { type: 'string' };
const whole = { type: 'integer' };
const book = object({ id: whole, title: text, price: { type: 'number' }, dueOn: { type: 'string', format: 'date' } }, [
  'id',
  'title',
]);
const envelope = (data: Json) => object({ status: text, message: text, data });

type Bodies = { method?: string; path?: string; request?: Json; answer?: Json; status?: string };
const report = ({ method = 'post', path = '/api/v1/books', request, answer, status = '201' }: Bodies) =>
  compareContract(
    plan,
    {
      routes,
      openapi: {
        openapi: '3.1.0',
        components: { schemas: { Book: book } },
        paths: {
          [path]: {
            [method]: {
              ...(request !== undefined && { requestBody: json(request) }),
              responses: answer === undefined ? {} : { [status]: json(answer) },
            },
          },
        },
      },
    },
    [],
  );
const drift = (bodies: Bodies) => report(bodies).rows.flatMap(fieldDrift);

describe('fields that agree are no drift', () => {
  test.each<[string, Bodies]>([
    ['bare', { answer: book }],
    ['in an envelope', { answer: envelope(book) }],
    ['behind a reference', { answer: envelope({ $ref: '#/components/schemas/Book' }) }],
    ['in an envelope that may hold null', { answer: envelope({ anyOf: [book, { type: 'null' }] }) }],
    ['put together with allOf', { answer: { allOf: [book, object({ title: text })] } }],
    ['a list', { method: 'get', status: '200', answer: envelope({ type: 'array', items: book }) }],
    [
      'a page of a list',
      {
        method: 'get',
        status: '200',
        answer: envelope(object({ items: { type: 'array', items: book }, total: whole })),
      },
    ],
    ['null beside the type', { answer: object({ ...book.properties, title: { type: ['string', 'null'] } }) }],
    [
      'a whole number for a number',
      { request: object({ title: text, price: whole, dueOn: { ...text, format: 'date' } }, ['title']) },
    ],
    [
      'a date by its pattern',
      { request: object({ title: text, price: { type: 'number' }, dueOn: { ...text, pattern: '^\\d' } }, ['title']) },
    ],
    [
      'what has a default',
      { request: object({ title: { ...text, default: '' }, price: whole, dueOn: { ...text, format: 'date' } }, []) },
    ],
    ['always there though it need not', { answer: object(book.properties) }],
    [
      'all optional in a PATCH',
      {
        method: 'patch',
        path: '/api/v1/books/{id}',
        request: object({ title: text, price: whole, dueOn: { ...text, format: 'date' } }, []),
      },
    ],
    ['less in a PATCH', { method: 'patch', path: '/api/v1/books/{id}', request: object({ title: text }) }],
    ['the bare object of a framework without schemas', { answer: { type: 'object' }, request: {} }],
    ['no content at all', {}],
    ['another status than the planned', { answer: object({ odd: text }), status: '202' }],
    ['a reference that leads nowhere', { answer: { $ref: '#/components/schemas/Nobody' } }],
    [
      'a reference to itself',
      { answer: { allOf: [{ $ref: '#/paths/~1api~1v1~1books/post/responses/201/content/application~1json/schema' }] } },
    ],
  ])('%s', (_name, bodies) => {
    expect(drift(bodies)).toEqual([]);
  });
});

describe('fields that differ are told', () => {
  test.each<[string, Bodies, string[]]>([
    [
      'missing',
      { answer: envelope(object({ id: whole, price: whole, dueOn: { ...text, format: 'date' } })) },
      ['title in the answer is missing'],
    ],
    [
      'extra',
      { answer: { ...book, properties: { ...book.properties, isbn: text } } },
      ['isbn in the answer is not in the plan'],
    ],
    [
      'another type',
      { answer: object({ ...book.properties, id: text }, ['id', 'title']) },
      ['id in the answer is a string, the plan says integer'],
    ],
    [
      'a text for a date',
      { answer: object({ ...book.properties, dueOn: text }, ['id', 'title']) },
      ['dueOn in the answer is a string, the plan says date'],
    ],
    [
      'optional',
      { answer: object(book.properties, ['id']) },
      ['title in the answer is optional, the plan says required'],
    ],
    [
      'required',
      { request: object({ title: text, price: whole, dueOn: { ...text, format: 'date' } }, ['title', 'price']) },
      ['price in the request is required, the plan says optional'],
    ],
    [
      'what the server sets, taken from the client',
      { request: object({ ...book.properties }, ['title']) },
      ['id in the request is not in the plan'],
    ],
    [
      'in the items of a list',
      {
        method: 'get',
        status: '200',
        answer: envelope({ type: 'array', items: object({ ...book.properties, isbn: text }) }),
      },
      ['isbn in the answer is not in the plan'],
    ],
  ])('%s', (_name, bodies, expected) => {
    expect(drift(bodies)).toEqual(expected);
  });
  test('with both sides, for the table', () => {
    const row = report({ answer: object({ ...book.properties, id: text }, ['id', 'title']) }).rows[1];
    expect(row).toMatchObject({ state: 'drifted', drift: [], statuses: { planned: [201, 400], built: [201] } });
    expect(row?.fields[0]).toEqual({
      where: 'response',
      name: 'id',
      planned: { type: 'integer', required: true },
      built: { type: 'string', required: true },
      drift: 'is a string, the plan says integer',
    });
  });
});

test('a check judges fields only when it says so', () => {
  const drifted = report({ answer: object({ id: whole }) });
  const operations = [{ method: 'POST' as const, path: '/api/v1/books' }];
  expect(judgeContract({ operations, extra: 'allowed' }, drifted)).toEqual([]);
  expect(judgeContract({ operations, extra: 'allowed', fields: true }, drifted)[0]?.actual).toContain(
    'title in the answer is missing',
  );
});
