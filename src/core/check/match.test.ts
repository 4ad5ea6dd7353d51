import { describe, expect, test } from 'vitest';
import type { Json } from '../../contract/ids.ts';
import { expectedInWords } from './expected-words.ts';
import { matchJson } from './match.ts';
import { MATCHER_NAMES } from './matcher.ts';

const holds = (expected: Json, actual: Json | undefined) => matchJson(expected, actual, 'body').length === 0;
const texts = (expected: Json, actual: Json | undefined) =>
  matchJson(expected, actual, 'body').map((one) => `${one.at}: ${one.actual}, expected ${one.expected}`);

describe('plain values', () => {
  test('an object matches when it has at least the expected keys', () => {
    expect(holds({ id: 1 }, { id: 1, title: 'Dune' })).toBe(true);
    expect(texts({ id: 1, data: { title: 'Dune' } }, { id: 2, data: {} })).toEqual([
      'body.id: 2, expected 1',
      'body.data.title: nothing, expected "Dune"',
    ]);
  });

  test('arrays have equal length and match element by element', () => {
    expect(holds([{ id: 1 }, { id: 2 }], [{ id: 1, a: 0 }, { id: 2 }])).toBe(true);
    expect(texts([], [1])).toEqual(['body: 1 item, expected 0 items']);
    expect(texts([{ id: 1 }, { id: 2 }], [{ id: 1 }, { id: 3 }])).toEqual(['body[1].id: 3, expected 2']);
  });

  test('the kind of value counts: 1 is not "1", null is not missing, {} is not []', () => {
    expect(holds(1, '1')).toBe(false);
    expect(holds({ a: null }, {})).toBe(false);
    expect(holds({ a: null }, { a: null })).toBe(true);
    expect(holds({}, [])).toBe(false);
    expect(holds([], {})).toBe(false);
    expect(texts({ a: 1 }, undefined)).toEqual(['body: nothing, expected an object']);
  });

  test('keys of the prototype are not keys of the body', () => {
    expect(holds({ constructor: { $any: true } }, {})).toBe(false);
    expect(holds({ toString: { $absent: true } }, {})).toBe(true);
  });
});

describe('matchers', () => {
  const table: [name: string, expected: Json, good: (Json | undefined)[], bad: (Json | undefined)[]][] = [
    ['$any', { $any: true }, [0, null, '', []], [undefined]],
    ['$absent', { $absent: true }, [undefined], [null, 0, '']],
    ['$absent: false', { $absent: false }, [null, 0], [undefined]],
    ['$type string', { $type: 'string' }, [''], [1, null, undefined]],
    ['$type integer', { $type: 'integer' }, [1, -3, 2.0], [1.5, '1']],
    ['$type number', { $type: 'number' }, [1.5], ['1', null]],
    ['$type array', { $type: 'array' }, [[]], [{}, null]],
    ['$type object', { $type: 'object' }, [{}], [[], null]],
    ['$type null', { $type: 'null' }, [null], [undefined, 0]],
    ['$type date-time', { $type: 'date-time' }, ['2026-11-23T09:30:00Z'], ['2026-11-23', '2026-02-30T00:00:00Z']],
    ['$type list', { $type: ['string', 'null'] }, ['a', null], [1]],
    ['$type unknown', { $type: 'strnig' }, [], ['a']],
    ['$length', { $length: 2 }, [[1, 2], 'ab'], [[1], 'abc', 2, null]],
    ['$length min', { $length: { min: 1 } }, [[1], [1, 2]], [[]]],
    ['$length max', { $length: { max: 1 } }, [[], [1]], [[1, 2]]],
    ['$each', { $each: { id: { $type: 'integer' } } }, [[], [{ id: 1 }]], [[{ id: 1 }, {}], {}]],
    ['$contains', { $contains: { id: 2 } }, [[{ id: 1 }, { id: 2, x: 1 }]], [[], [{ id: 1 }], { id: 2 }]],
    ['$oneOf', { $oneOf: ['a', { $type: 'integer' }] }, ['a', 3], ['b', 1.5, undefined]],
    ['$not', { $not: 'admin' }, ['user', undefined], ['admin']],
    ['$exact', { $exact: { a: [1] } }, [{ a: [1] }], [{ a: [1], b: 2 }, { a: [1, 2] }, undefined]],
    ['$glob', { $glob: '/books/*' }, ['/books/1', '/books/'], ['/book/1', 1, undefined]],
    ['$includes', { $includes: 'not found' }, ['Book not found.'], ['Not Found', 404]],
    ['$gte', { $gte: 0 }, [0, 5], [-1, '5', null]],
    ['$lte', { $lte: 10 }, [10], [11, undefined]],
    ['several hold together', { $gte: 1, $lte: 3 }, [1, 3], [0, 4]],
    ['matcher beside keys', { $not: { admin: true }, id: 1 }, [{ id: 1 }], [{ id: 1, admin: true }, { id: 2 }]],
    ['$unique', { $unique: true }, [[], [1, 2, '1'], [{ a: 1 }, { a: 2 }]], [[1, 2, 1], [{ a: 1 }, { a: 1 }], {}]],
    [
      '$unique by',
      { $unique: 'id' },
      [
        [{ id: 1 }, { id: 2 }],
        [{}, { id: 1 }],
      ],
      [[{ id: 1, a: 1 }, { id: 1 }]],
    ],
    [
      '$sorted',
      { $sorted: true },
      [[], [1, 2, 2, 10], ['Emma', 'dune'], ['dune', 'Emma']],
      [[2, 1], ['b', 'a'], [1, 'a'], 'ab'],
    ],
    [
      '$sorted by',
      { $sorted: { by: 'n', order: 'desc' } },
      [[{ n: 3 }, { n: 1 }]],
      [
        [{ n: 1 }, { n: 3 }],
        [{ n: 1 }, {}],
      ],
    ],
    ['unknown matcher', { $tpye: 'string' }, [], ['a', undefined]],
  ];
  test.each(table)('%s', (_name, expected, good, bad) => {
    for (const value of good) expect(matchJson(expected, value, 'body'), JSON.stringify(value)).toEqual([]);
    for (const value of bad) expect(holds(expected, value), JSON.stringify(value)).toBe(false);
  });

  test('every matcher is in the table above', () => {
    const covered = JSON.stringify(table.map(([, expected]) => expected));
    for (const name of MATCHER_NAMES) expect(covered).toContain(`"${name}"`);
  });

  test('what differs is said in words', () => {
    expect(texts({ data: { id: { $type: 'integer' } } }, { data: { id: '7' } })).toEqual([
      'body.data.id: a string: "7", expected an integer',
    ]);
    expect(texts({ $length: { min: 2, max: 5 } }, [])).toEqual(['body: 0 items, expected 2 to 5 items']);
    expect(texts({ $length: { min: 1 } }, [])).toEqual(['body: 0 items, expected at least 1 item']);
    expect(texts({ $oneOf: ['a', 'b'] }, 'c')).toEqual(['body: "c", expected "a" or "b"']);
    expect(texts({ password: { $absent: true } }, { password: 'x' })).toEqual(['body.password: "x", expected nothing']);
  });

  test('of a value of another type only that is said', () => {
    expect(texts({ $type: 'array', $length: 0 }, 5)).toEqual(['body: a number: 5, expected an array']);
    expect(texts({ $type: 'object', id: 1 }, [])).toEqual(['body: an array: [], expected an object']);
    expect(texts({ data: { $length: { min: 1 }, $type: 'string' } }, {})).toEqual([
      'body.data: nothing, expected a string',
    ]);
    expect(texts({ $type: 'integer', $gte: 2 }, 1)).toEqual(['body: 1, expected a number of 2 or more']);
  });

  test('matchers inside matchers are said in words: a learner never reads checks.yaml', () => {
    expect(texts({ message: { $not: { $includes: 'books-db' } } }, { message: 'no books-db' })).toEqual([
      'body.message: "no books-db", expected anything without "books-db" in it',
    ]);
    expect(texts({ $not: { $contains: { author: 'Nobody' } } }, [{ author: 'Nobody' }])).toEqual([
      'body: [{"author":"Nobody"}], expected anything without the item {"author": "Nobody"}',
    ]);
    expect(texts({ $not: { $type: ['object', 'string'] } }, 'x')).toEqual([
      'body: "x", expected anything but an object or a string',
    ]);
    expect(texts({ $contains: { id: { $type: 'integer' }, tags: [{ $any: true }] } }, [])).toEqual([
      'body: [], expected an item like {"id": an integer, "tags": [any value]}',
    ]);
    expect(texts({ $oneOf: [{ $gte: 1, $lte: 3 }, { $absent: true }] }, 'x')).toEqual([
      'body: "x", expected a number from 1 to 3 or nothing',
    ]);
    expect(texts({ $not: { $length: { min: 1 } } }, [1])).toEqual([
      'body: [1], expected anything but at least 1 item or character',
    ]);
  });

  test('every matcher has words', () => {
    for (const name of MATCHER_NAMES) expect(expectedInWords({ [name]: 'x' })).not.toContain('$');
  });
});

test('hostile bodies are judged without harm: deep nesting, __proto__, long texts', () => {
  const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) as Json;
  expect(holds({ id: 1 }, deep)).toBe(false);
  expect(holds({ $exact: [] }, deep)).toBe(false);
  expect(holds({ $contains: 1 }, deep)).toBe(false);
  expect(holds(JSON.parse('{"__proto__": {"admin": true}}') as Json, {})).toBe(false);
  expect(matchJson('a', 'b'.repeat(100_000), 'body')[0]?.actual.length).toBeLessThan(300);
});
