import { expect, test } from 'vitest';
import type { Json } from '../../contract/ids.ts';
import type { OpenApiDocument } from '../../contract/sandbox.ts';
import { fieldsOf } from './schema-fields.ts';

const BOOK = { $ref: '#/components/schemas/Book' };
const documentWith = (allOf: Json[]): OpenApiDocument => ({
  openapi: '3.1.0',
  components: { schemas: { Book: { type: 'object', properties: { title: { type: 'string' } }, allOf } } },
});

test('fields of a schema and of what it is put together from', () => {
  const document = documentWith([{ properties: { id: { type: 'integer' } }, required: ['id'] }]);
  const found = fieldsOf(document, BOOK);
  expect([...(found?.fields ?? [])].map(([name, { type, required }]) => [name, type, required])).toEqual([
    ['title', 'string', false],
    ['id', 'integer', true],
  ]);
});

test('a schema that is put together from itself, again and again, is looked at for a moment only', () => {
  // Followed to the end, these would be 64 million parts.
  const found = fieldsOf(documentWith(Array.from({ length: 20 }, () => BOOK)), BOOK);
  expect([...(found?.fields.keys() ?? [])]).toEqual(['title']);
});
