import { describe, expect, test } from 'vitest';
import { Check, type OpenApiCheck } from '../../contract/check.ts';
import { OpenApiRule } from '../../contract/openapi-rule.ts';
import type { OpenApiDocument } from '../../contract/sandbox.ts';
import { judgeDocument, judgePlannedDocument } from './openapi-check.ts';

const { signal } = new AbortController();

function check(...rules: OpenApiRule[]): OpenApiCheck {
  const parsed = Check.parse({ id: 'style', title: 't', message: 'm', kind: 'openapi', rules });
  if (parsed.kind !== 'openapi') throw new Error('no openapi check');
  return parsed;
}

const book = {
  type: 'object',
  properties: { id: { type: 'integer', examples: [7] }, title: { type: 'string', examples: ['Dune'] } },
};
const json = (schema: object) => ({ 'application/json': { schema } });

/** A document that keeps every rule. */
const good = (): OpenApiDocument =>
  JSON.parse(
    JSON.stringify({
      openapi: '3.1.0',
      info: {
        title: 'Library',
        version: '1.0.0',
        description: 'Books and loans.',
        contact: { name: 'Ada', email: 'ada@library.example' },
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: 'https://library.example' }],
      tags: [{ name: 'books', description: 'What can be lent.' }],
      paths: {
        '/books/{id}': {
          head: { responses: { 200: { description: 'Default Response' } } },
          put: {
            operationId: 'replaceBook',
            summary: 'Replace a book',
            description: 'All fields are replaced.',
            tags: ['books'],
            security: [{ key: [] }],
            parameters: [
              { name: 'id', in: 'path', required: true, description: 'Id of a book.', schema: { type: 'integer' } },
            ],
            requestBody: { content: json({ $ref: '#/components/schemas/Book' }) },
            responses: {
              200: { description: 'The book as it is now.', content: json({ $ref: '#/components/schemas/Book' }) },
              404: { description: 'No such book.', content: json({ $ref: '#/components/schemas/Failure' }) },
            },
          },
        },
      },
      components: {
        schemas: { Book: book, Failure: { type: 'object', properties: { message: { type: 'string' } } } },
        securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'x-api-key', description: 'A key of yours.' } },
      },
    }),
  );

/** The good document with `value` at `path`; undefined takes away what stands there. */
function changed(path: (string | number)[], value?: unknown): OpenApiDocument {
  const document = good();
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce<object>((at, key) => Reflect.get(at, key), document);
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, value);
  return document;
}

const PUT = ['paths', '/books/{id}', 'put'];

describe('a document', () => {
  test('that keeps every rule passes; HEAD is not looked at', async () => {
    expect(await judgeDocument(check(...OpenApiRule.options), good(), signal)).toMatchObject({
      status: 'passed',
      reason: '',
    });
  });

  test.each<[OpenApiRule, (string | number)[], unknown, string, string]>([
    ['operation-summary', [...PUT, 'summary'], undefined, 'PUT /books/{id}', 'no summary'],
    ['parameter-description', [...PUT, 'parameters', 0, 'description'], undefined, 'PUT', 'id has no description'],
    ['error-responses', [...PUT, 'responses', '404'], undefined, 'PUT /books/{id}', 'no 4xx response'],
    ['error-responses', [...PUT, 'responses', '404', 'content'], undefined, 'PUT /books/{id}', '404 without a schema'],
    ['response-descriptions', [...PUT, 'responses', '404', 'description'], 'Default Response', '404', '“Default'],
    [
      'body-examples',
      ['components', 'schemas', 'Book', 'properties', 'id', 'examples'],
      undefined,
      '200',
      'no example',
    ],
    ['security-schemes', ['components', 'securitySchemes'], undefined, 'the document', 'no security scheme'],
    ['security-schemes', ['components', 'securitySchemes', 'key', 'description'], undefined, 'key', 'no description'],
    ['write-operations-secured', [...PUT, 'security'], undefined, 'PUT /books/{id}', 'no security requirement'],
    ['write-operations-secured', [...PUT, 'security'], [{}], 'PUT /books/{id}', 'no security requirement'],
    ['operation-description', [...PUT, 'description'], undefined, 'PUT /books/{id}', 'description'],
    ['operation-operationId', [...PUT, 'operationId'], undefined, 'PUT /books/{id}', 'operationId'],
    ['operation-tags', [...PUT, 'tags'], undefined, 'PUT /books/{id}', 'tags'],
    ['operation-tag-defined', ['tags'], undefined, 'PUT /books/{id}', 'tags'],
    ['tag-description', ['tags', 0, 'description'], undefined, 'tags', 'description'],
    ['info-contact', ['info', 'contact'], undefined, 'info', 'contact'],
    ['info-description', ['info', 'description'], undefined, 'info', 'description'],
    ['info-license', ['info', 'license'], undefined, 'info', 'license'],
    ['oas3-api-servers', ['servers'], undefined, 'the document', 'servers'],
    ['oas3-schema', [...PUT, 'responses'], 7, 'PUT /books/{id}', 'responses'],
    ['oas3-unused-component', ['components', 'schemas', 'Old'], { type: 'string' }, 'Old', 'unused'],
    ['oas3-valid-media-example', [...PUT, 'requestBody', 'content', 'application/json', 'example'], 3, 'PUT', 'object'],
    [
      'oas3-valid-schema-example',
      ['components', 'schemas', 'Book', 'properties', 'id', 'example'],
      'x',
      'Book',
      'integer',
    ],
  ])('that breaks %s at %j fails there', async (rule, path, value, at, actual) => {
    const outcome = await judgeDocument(check(rule), changed(path, value), signal);
    expect(outcome.status).toBe('failed');
    const found = outcome.evidence?.mismatches.find((one) => one.at.includes(at) && one.actual.includes(actual));
    expect(found, JSON.stringify(outcome.evidence?.mismatches)).toBeDefined();
  });

  test('gives one line for each rule, with places', async () => {
    const document = changed([...PUT, 'summary']);
    Reflect.set(document, 'paths', {
      ...(good().paths as object),
      ...{ '/a': { get: {} }, '/b': { get: {} }, '/c': { get: {} } },
    });
    const { reason } = await judgeDocument(check('operation-summary', 'info-contact'), document, signal);
    expect(reason).toBe('3 operations have no summary: GET /a, GET /b, …');
  });

  test('is not taken from anywhere else: a reference that leads out of it is not followed', async () => {
    const document = changed([...PUT, 'requestBody'], { $ref: 'file:///etc/hostname' });
    const outcome = await judgeDocument(check('oas3-schema', 'body-examples'), document, signal);
    expect(JSON.stringify(outcome)).not.toContain('hostname');
    expect(outcome.status).toBe('failed');
  });

  test('with a schema that is a part of itself is judged', async () => {
    const node = { type: 'object', properties: { next: { $ref: '#/components/schemas/Book' } } };
    const outcome = await judgeDocument(
      check('body-examples'),
      changed(['components', 'schemas', 'Book'], node),
      signal,
    );
    expect(['passed', 'failed']).toContain(outcome.status);
  });

  test('that is missing is an error that says what to do', async () => {
    expect(await judgeDocument(check('info-contact'), null, signal)).toMatchObject({ status: 'error' });
  });

  test('is given up when the run ends', async () => {
    const outcome = await judgeDocument(check('info-contact'), good(), AbortSignal.abort());
    expect(outcome).toMatchObject({ status: 'error', reason: expect.stringContaining('could not be judged') });
  });
});

test('the planned document is that of the plan', async () => {
  const plan = (summary: string) =>
    `title: Books\nresources:\n  - name: books\n    operations:\n      - { method: GET, path: /books, ${summary}, statuses: [200] }`;
  const outcome = await judgePlannedDocument(check('error-responses'), plan('summary: List books'), signal);
  expect(outcome).toMatchObject({ status: 'failed', reason: '1 operation describes no error: GET /books' });
  expect(await judgePlannedDocument(check('operation-summary'), plan('summary: List books'), signal)).toMatchObject({
    status: 'passed',
  });
  expect((await judgePlannedDocument(check('operation-summary'), plan('sumary: x'), signal)).reason).toContain(
    'line 5',
  );
  expect((await judgePlannedDocument(check('operation-summary'), null, signal)).status).toBe('error');
});
