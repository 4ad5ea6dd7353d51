import { expect, test } from 'vitest';
import { LIMITS } from '../../contract/limits.ts';
import { singular } from './names.ts';
import { readPlan } from './read-plan.ts';

const plan = `title: Library
resources:
  - name: books
    operations:
      - method: GET
        path: /books
        summary: List books
        statuses: [200]
`;

test('a plan is read with its defaults', () => {
  expect(readPlan(plan)).toMatchObject({ problems: [], value: { basePath: '/', resources: [{ fields: [] }] } });
});

test.each([
  [
    plan.replace('statuses', 'status'),
    8,
    'The plan cannot be read: resources[0].operations[0].status: unknown key; did you mean "statuses"?',
  ],
  [
    plan.replace('path: /books', 'path: books'),
    6,
    'The plan cannot be read: resources[0].operations[0].path: expected a text that begins with "/", found "books"',
  ],
  [
    plan.replace('[200]', '[ok]'),
    8,
    'The plan cannot be read: resources[0].operations[0].statuses[0]: expected a number, found "ok"',
  ],
  [plan.replace('title: Library\n', ''), 1, 'The plan cannot be read: title: missing; a string is needed here'],
  [`${plan}\ttab: 1`, 9, 'The plan cannot be read: a tab stands at the beginning of the line: use spaces'],
  ['title: "Library', 1, 'The plan cannot be read: a character is missing, such as a closing quote, bracket or colon'],
  ['', 1, 'The plan cannot be read: expected an object, found null'],
])('a mistake is one problem in plan.yaml: %#', (text, line, message) => {
  expect(readPlan(text)).toEqual({
    value: null,
    problems: [expect.objectContaining({ code: 'RW_PLAN_INVALID', file: 'plan.yaml', line, message })],
  });
});

test.each([
  ['books', 'book'],
  ['categories', 'category'],
  ['boxes', 'box'],
  ['classes', 'class'],
  ['movies', 'movie'],
  ['news', 'news'],
  ['series', 'series'],
  ['staff', 'staff'],
])('one of %s is %s', (name, item) => {
  expect(singular(name)).toBe(item);
});

test('a plan that is too long is not read', () => {
  const { value, problems } = readPlan(`title: Books\n# ${'x'.repeat(LIMITS.planChars)}\n`);
  expect(value).toBeNull();
  expect(problems).toMatchObject([
    { code: 'RW_PLAN_INVALID', message: expect.stringContaining('longer than 24,576 characters') },
  ]);
});
