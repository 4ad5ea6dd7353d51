import { expect, test } from 'vitest';
import { LIMITS } from '../../contract/limits.ts';
import { showJson } from '../json/show-json.ts';
import { andList, orList } from '../wording/list.ts';
import { evidenceOf } from './evidence.ts';
import { reasonOf } from './verdict.ts';

test('lists read like sentences', () => {
  expect([orList([]), orList([1]), orList([1, 2]), andList(['a', 'b', 'c'])]).toEqual([
    'nothing',
    '1',
    '1 or 2',
    'a, b and c',
  ]);
});

test('evidence is cut to the limit and says so', () => {
  const long = 'x'.repeat(LIMITS.evidenceChars + 1);
  const response = { status: 200, headers: { big: long }, body: long, truncated: false, ms: 1 };
  const evidence = evidenceOf([{ at: 'body', expected: long, actual: long }], {
    request: { method: 'GET', path: `/${long}`, headers: { big: long }, body: long },
    response,
  });
  expect(evidence.response?.truncated).toBe(true);
  const texts = [
    evidence.response?.body,
    evidence.response?.headers.big,
    evidence.request?.body,
    evidence.request?.path,
    evidence.request?.headers.big,
    evidence.mismatches[0]?.expected,
    evidence.mismatches[0]?.actual,
  ];
  expect(texts.map((text) => text?.length)).toEqual(texts.map(() => LIMITS.evidenceChars));
  expect(response.body).toBe(long);

  const unread = { ...response, body: 'short', truncated: true };
  expect(evidenceOf([], { response: unread }).response?.truncated).toBe(true);

  const many = Array.from({ length: 1_000 }, (_, index) => ({ at: `body[${index}]`, expected: 'a', actual: 'b' }));
  expect(evidenceOf(many).mismatches).toHaveLength(20);
  expect(reasonOf(many)).toBe('body[0]: b, expected a (and 999 more)');
});

test('a value is one short line, even where it cannot be written', () => {
  expect(showJson({ a: 1 })).toBe('{"a":1}');
  expect(showJson('x'.repeat(500), 10)).toBe('"xxxxxxxx…');
  const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  expect(showJson(deep).length).toBeLessThan(300);
});

test('the reason stays one short line', () => {
  expect(reasonOf([])).toBe('');
  const long = 'y'.repeat(1_000);
  expect(reasonOf([{ at: 'body', expected: long, actual: long }]).length).toBeLessThan(180);
});
