import { describe, expect, test } from 'vitest';
import { editPlan } from './edit-plan.ts';
import { lintPlan } from './lint.ts';
import { readPlan } from './read-plan.ts';

const GOOD = `title: Library
purpose: The desk sees what is in.
audience: internal
basePath: /api/v1
resources:
  - name: books
    fields:
      - { name: id, type: integer, readOnly: true }
      - { name: dueOn, type: date }
    rules:
      - A book is lent to one member at a time.
    operations:
      - { method: GET, path: /books, summary: List, statuses: [200] }
      - { method: POST, path: /books, summary: Add, statuses: [201, 400, 409] }
      - { method: GET, path: "/books/{id}", summary: One, statuses: [200, 404] }
      - { method: PUT, path: "/books/{id}", summary: Replace, statuses: [200, 400, 404] }
      - { method: DELETE, path: "/books/{id}", summary: Remove, statuses: [204, 404] }
`;
const said = (text: string) => lintPlan(text).map(({ rule, line }) => `${line} ${rule}`);

test('a good plan gets no advice', () => {
  expect(said(GOOD)).toEqual([]);
});
test('a plan that cannot be read gets none: its problems come first', () => {
  expect(said('title: [')).toEqual([]);
  expect(said(GOOD.replace('title:', 'titel:'))).toEqual([]);
});

/** What is changed of the good plan, which advice it gets, and what stands there after the fix. */
const CASES: [rule: string, from: string, to: string, at: string, fixed: string | null][] = [
  ['purpose', 'purpose: The desk sees what is in.\n', '', '1', null],
  ['audience', 'audience: internal\n', '', '1', null],
  ['versioned-base-path', '/api/v1', '/api', '4', 'basePath: /api/v1'],
  ['trailing-slash', '/api/v1', '/api/v1/', '4', 'basePath: /api/v1\n'],
  ['lower-case-name', 'name: books', 'name: Books', '6', '- name: books\n'],
  ['verb-in-name', 'name: books', 'name: get-books', '6', null],
  [
    'id',
    '      - { name: id, type: integer, readOnly: true }\n',
    '',
    '7',
    '      - { name: id, type: integer, readOnly: true }\n',
  ],
  ['read-only-id', ', readOnly: true', '', '8', 'readOnly: true'],
  ['duplicate-field', 'name: dueOn', 'name: id', '9', ''],
  ['field-style', 'name: dueOn', 'name: Due-on', '9', 'name: dueOn'],
  ['conflict-status', '[201, 400, 409]', '[201, 400]', '11', 'statuses: [201, 400, 409]'],
  ['verb-in-path', 'path: "/books/{id}", summary: One', 'path: "/books/{id}/lend", summary: One', '15', null],
  [
    'path-case',
    'path: "/books/{id}", summary: One',
    'path: "/books/{id}/overdueLoans", summary: One',
    '15',
    '/books/{id}/overdue-loans',
  ],
  [
    'path-under-resource',
    'path: /books, summary: List',
    'path: /book, summary: List',
    '13',
    'path: /books, summary: List',
  ],
  [
    'trailing-slash',
    'path: /books, summary: List',
    'path: /books/, summary: List',
    '13',
    'path: /books, summary: List',
  ],
  ['duplicate-operation', 'GET, path: "/books/{id}", summary: One', 'GET, path: /books, summary: One', '15', ''],
  ['item-404', '[204, 404]', '[204]', '17', 'statuses: [204, 404]'],
  ['post-201', '[201, 400, 409]', '[200, 400, 409]', '14', 'statuses: [201, 400, 409]'],
  ['post-4xx', '[201, 400, 409]', '[201]', '14', 'statuses: [201, 400]'],
  ['change-400', '[200, 400, 404]', '[200, 404]', '16', 'statuses: [200, 400, 404]'],
  ['get-201', 'List, statuses: [200]', 'List, statuses: [201]', '13', 'List, statuses: [200]'],
  ['get-204', 'List, statuses: [200]', 'List, statuses: [200, 204]', '13', 'List, statuses: [200]'],
  ['with-204', '[204, 404]', '[200, 204, 404]', '17', 'statuses: [204, 404]'],
  ['delete-204', '[204, 404]', '[404]', '17', 'statuses: [204, 404]'],
  ['success', 'List, statuses: [200]', 'List, statuses: [404]', '13', 'statuses: [200, 404]'],
  ['whole-collection', 'DELETE, path: "/books/{id}"', 'DELETE, path: /books', '17', null],
  ['known-status', '[204, 404]', '[204, 299, 404]', '17', 'statuses: [204, 404]'],
  ['planned-500', '[204, 404]', '[204, 404, 500]', '17', 'statuses: [204, 404]'],
];

describe('each rule', () => {
  test.each(CASES)('%s: %j becomes %j', (rule, from, to, line, fixed) => {
    const text = GOOD.replace(from, to);
    expect(text).not.toBe(GOOD);
    const finding = lintPlan(text).find((one) => one.rule === rule);
    expect(`${finding?.line}`).toBe(line);
    expect(finding?.why.length).toBeGreaterThan(40);
    if (fixed === null) return expect(finding?.fix).toBeUndefined();
    const after = finding?.fix ? editPlan(text, finding.fix.change) : '';
    expect(after).toContain(fixed);
    expect(readPlan(after).problems).toEqual([]);
    expect(lintPlan(after).map((one) => one.rule)).not.toContain(rule);
  });
});

test('another name for a resource goes into its paths too', () => {
  const text = GOOD.replace('name: books', 'name: book')
    .replaceAll('path: /books', 'path: /book')
    .replaceAll('"/books/', '"/book/');
  const finding = lintPlan(text).find((one) => one.rule === 'plural-name');
  expect(finding?.fix?.title).toBe('Call it books');
  expect(finding?.fix && editPlan(text, finding.fix.change)).toBe(GOOD);
});
