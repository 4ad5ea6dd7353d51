import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readPlainYaml } from './plain-yaml.ts';

test('a frontmatter is read', () => {
  const text = `
id: list-books
title: List the books – all of them
minutes: 5
goals:
  - Answer with a list
  - Know what "empty" means: it's no error:not at all
inherits: template:base
open: [src/app.ts, plan.yaml]
`;
  const goals = ['Answer with a list', 'Know what "empty" means'];
  expect(readPlainYaml(text.replace(/: it's.*/, ''))).toEqual({
    id: 'list-books',
    title: 'List the books – all of them',
    minutes: 5,
    goals,
    inherits: 'template:base',
    open: ['src/app.ts', 'plan.yaml'],
  });
  expect(readPlainYaml(text)).toBeNull();
});

test.each([
  'a: "b"',
  'a: yes',
  'a: Null',
  'a: b # c',
  'a: b: c',
  'a: b:',
  'a: 0x10',
  'a: 010',
  'a: 1.5',
  'a: b\n  c',
  'a:\n- b',
  'a:\n    - b',
  'a:\n  - b\n    c',
  'a:\n  - b: c',
  'a:',
  'a: b\na: c',
  'a: [b, c',
  'a: [b, [c]]',
  'a: []',
  'a: |\n  b',
  'a: &b c',
  'a: *b',
  '---\na: b',
  'a: b\r\nc: d',
  '\ta: b',
  'a:  b',
  '? a',
  '__proto__: b',
  'a: b\n  - c',
])('%j is left to the whole parser', (text) => {
  expect(readPlainYaml(text)).toBeNull();
});

test('whatever is read is what the whole parser reads', () => {
  const pieces = [
    'a',
    'b: ',
    'c:',
    'id: ',
    ': ',
    ' ',
    '\n',
    '\n  - ',
    '- ',
    '#',
    "'",
    '"',
    '[',
    ']',
    ', ',
    'true',
    '5',
  ];
  pieces.push(
    '0',
    '.',
    '/',
    'Ä',
    '–',
    '\t',
    '\r',
    '{',
    '}',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '?',
    '~',
    'null',
    '\\',
  );
  const next = random(20_261_123);
  let read = 0;
  for (let round = 0; round < 60_000; round += 1) {
    const length = 1 + Math.floor(next() * 7);
    const body = Array.from({ length }, () => pieces[Math.floor(next() * pieces.length)]).join('');
    const text = next() < 0.7 ? `key: ${body}` : next() < 0.5 ? `key:\n  - ${body}` : `key: [${body}]`;
    const plain = readPlainYaml(text);
    if (plain === null) continue;
    read += 1;
    expect(parse(text), JSON.stringify(text)).toEqual(plain);
  }
  expect(read).toBeGreaterThan(500);
});

/** Numbers from 0 to 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
