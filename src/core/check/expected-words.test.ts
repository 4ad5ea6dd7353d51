import { expect, test } from 'vitest';
import type { Json } from '../../contract/ids.ts';
import { expectedInWords } from './expected-words.ts';

test.each<[expected: Json, line: string]>([
  // Lists
  [
    { $length: { min: 2 }, $each: { id: { $type: 'integer' } } },
    'an array of at least 2 items where each item is {"id": an integer}',
  ],
  [{ $length: 1, $contains: { field: 'year' } }, 'an array of 1 item with the item {"field": "year"}'],
  [{ $type: 'array', $each: { $type: 'string' } }, 'an array where each item is a string'],
  [{ $type: 'array', $length: { min: 1, max: 3 } }, 'an array of 1 to 3 items'],
  [{ $type: 'array', $length: 0 }, 'an empty array'],
  [{ $each: { in: 'body' }, $contains: 1 }, 'an array with the item 1 and where each item is {"in": "body"}'],
  [{ $contains: 1, $not: { $contains: 2 } }, 'an array with the item 1 and without the item 2'],
  [{ $unique: true, $length: 2 }, 'an array of 2 items where all items differ'],
  [
    { $unique: 'id', $sorted: { by: 'year', order: 'desc' } },
    'an array where each id is there once and sorted by year, the largest first',
  ],
  [{ $unique: false }, 'an array with an item that is there more than once'],
  [{ $sorted: true }, 'an array that is sorted'],
  // Texts
  [{ $type: 'string', $length: { min: 1 } }, 'a string of at least 1 character'],
  [{ $type: 'string', $length: 0 }, 'an empty string'],
  [{ $includes: '<b>' }, 'a text with "<b>" in it'],
  [{ $includes: 'a', $not: { $includes: 'b' } }, 'a text with "a" in it and without "b" in it'],
  [{ $includes: 'a', $not: { $glob: 'b*' } }, 'a text with "a" in it and not like "b*"'],
  [{ $glob: '3.*', $type: 'string', $length: 5 }, 'a text of 5 characters like "3.*"'],
  [{ $type: 'date-time', $glob: '2026-*' }, 'a text like "2026-*" and a date and time such as "2026-11-23T09:30:00Z"'],
  // Nothing says whether it is a list or a text
  [{ data: { $length: 0 } }, '{"data": empty}'],
  [{ $oneOf: [null, { $length: 0 }] }, 'null or empty'],
  [{ $length: { min: 1 } }, 'not empty'],
  [{ $length: { min: 20 } }, 'at least 20 items or characters'],
  // Numbers
  [{ $gte: 60, $lte: 3600 }, 'a number from 60 to 3600'],
  [{ $gte: 1 }, 'a number of 1 or more'],
  [{ $type: 'integer', $lte: 9 }, 'an integer of 9 or less'],
  // What must not be
  [{ $not: { $includes: '<script' } }, 'anything without "<script" in it'],
  [{ $not: { $glob: '*&lt;*' } }, 'anything not like "*&lt;*"'],
  [{ $not: { $contains: { id: 7 } } }, 'anything without the item {"id": 7}'],
  [{ $not: { $length: 0 } }, 'not empty'],
  [{ $not: { $length: { min: 1 } } }, 'anything but at least 1 item or character'],
  [{ $not: 1853 }, 'anything but 1853'],
  [{ $not: { $type: 'array', $length: 0 } }, 'anything but an empty array'],
  // Fields beside matchers
  [{ $type: 'object', id: 1 }, 'an object and {"id": 1}'],
])('%j is said so that it can be read aloud', (expected, line) => {
  expect(expectedInWords(expected)).toBe(line);
});

test('an expectation that is deep or odd is cut, not read to the end', () => {
  let deep: Json = 1;
  for (let level = 0; level < 10_000; level++) deep = { $each: deep };
  expect(expectedInWords(deep)).toContain('…');
  expect(expectedInWords({ $not: { $length: 'x' }, $oneOf: 3 }, 40).length).toBeLessThanOrEqual(40);
});
