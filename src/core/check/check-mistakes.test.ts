import { expect, test } from 'vitest';
import { Check } from '../../contract/check.ts';
import { checkMistakes } from './check-mistakes.ts';

const mistakes = (...steps: object[]) => {
  const check = Check.parse({ kind: 'http', id: 'c', title: 't', message: 'm', steps });
  if (check.kind !== 'http') throw new Error('an http check');
  return checkMistakes(check).map(
    (one) => `${one.path.join('.')}: ${one.detail}${one.nearest ? ` ${one.nearest}?` : ''}`,
  );
};

test('a check without mistakes has none', () => {
  expect(
    mistakes(
      {
        request: { path: '/a' },
        capture: { id: 'body.data[0].id', where: 'header.location', code: 'status', all: 'body' },
      },
      {
        request: {
          path: '{{where}}?x={{ id }}',
          headers: { a: '{{code}}' },
          body: { id: '{{id}}', note: '{ not one }' },
        },
        expect: { body: { id: '{{id}}', a: { $each: { $oneOf: [{ $type: 'string' }] } }, b: { $exact: { $id: 1 } } } },
      },
    ),
  ).toEqual([]);
});

test.each<[steps: object[], found: string]>([
  [[{ request: { path: '/a/{{id}}' } }], 'steps.0.request.path: No earlier step captures "id".'],
  [
    [
      { request: { path: '/a' }, capture: { bookId: 'body.id' } },
      { request: { path: '/a', body: { x: ['{{bokId}}'] } } },
    ],
    'steps.1.request.body.x.0: No earlier step captures "bokId". bookId?',
  ],
  [
    [{ request: { path: '/{{id}}' }, capture: { id: 'body.id' } }],
    'steps.0.request.path: No earlier step captures "id".',
  ],
  [
    [{ request: { path: '/a' }, expect: { body: { data: [{ id: { $tpye: 'integer' } }] } } }],
    'steps.0.expect.body.data.0.id.$tpye: There is no matcher "$tpye". $type?',
  ],
  [
    [{ request: { path: '/a' }, expect: { body: { $not: { a: { $regex: 'x' } } } } }],
    'steps.0.expect.body.$not.a.$regex: There is no matcher "$regex".',
  ],
  [
    [{ request: { path: '/a' }, capture: { a: 'headers.location' } }],
    'steps.0.capture.a: Nothing can be captured from "headers.location".',
  ],
])('%j', (steps, found) => {
  expect(mistakes(...steps)).toEqual([found]);
});

test('a schema that cannot be compiled is a mistake', () => {
  const [found] = mistakes({ request: { path: '/a' }, expect: { schema: { $ref: '#/definitions/none' } } });
  expect(found).toMatch(/^steps\.0\.expect\.schema: This JSON Schema cannot be used: /);
});
