import { type ElementContent, h, toText } from 'expressive-code/hast';
import { expect, test } from 'vitest';
import { fewer } from './fewer-elements.ts';

const PLAIN = '--0:#eeeeee;--1:#111111';
const RED = '--0:#FF0000;--1:#AA0000';
const span = (style: string, text: string) => h('span', { style }, text);
const tags = (parts: readonly ElementContent[]) =>
  parts.map((part) => (part.type === 'element' ? part.tagName : part.type));

test('blanks and words in the colour of all code are text, and neighbours are one', () => {
  const line = [
    h('span.indent', [span(RED, '  ')]),
    span(PLAIN, 'name'),
    span(RED, ': '),
    span(RED, 'x'),
    span(PLAIN, ';'),
  ];
  const less = fewer(line, PLAIN);
  expect(tags(less)).toEqual(['text', 'span', 'text']);
  expect(toText(h('pre', less))).toBe('  name: x;');
});

test('words of one colour are one element, with the blanks between them', () => {
  const line = [span(RED, 'export'), span(PLAIN, ' '), span(RED, 'const'), span(PLAIN, ' x')];
  const less = fewer(line, PLAIN);
  expect(tags(less)).toEqual(['span', 'text']);
  expect(toText(h('pre', less))).toBe('export const x');
});

test('a colour of its own, a weight and a mark stay', () => {
  const bold = span(`${PLAIN};--0fw:bold`, 'b');
  const mark = h('mark', [span(RED, 'm')]);
  expect(fewer([bold, mark, span(RED, 'r')], PLAIN)).toEqual([bold, mark, span(RED, 'r')]);
});

test('a blank that is marked or underlined stays where it is', () => {
  const line = [h('mark', [span(RED, ' ')]), span(`${RED};--0td:underline`, ' ')];
  expect(tags(fewer(line, PLAIN))).toEqual(['mark', 'span']);
});
