import { describe, expect, test } from 'vitest';
import { changedLines as changed } from './changed-lines.test-support.ts';
import { editPlan } from './edit-plan.ts';
import type { PlanChange } from './plan-change.ts';

const PLAN = `# What we build
title: Lending library   # short
purpose: >-
  The front desk sees at once whether a book is in, lends it to a member
  and knows when it is due back.

basePath: /api/v1
resources:
  # Everything on a shelf
  - name: books
    fields:
      - {name: id,  type: integer, readOnly: true}   # the server's
      # what is on the cover
      - { name: 'title' }

      - name: author
    operations:
      - method: GET
        path: /books
        summary: "List the books"
        statuses: [200]

      # one of them
      - method: GET
        path: /books/{id}
        summary: Read one book
        statuses:
          - 200   # found
          - 404

  # People
  - name: members
    rules: []
    # none yet
`;
const edit = (change: PlanChange, text = PLAN) => changed(text, editPlan(text, change));

describe('an edit changes the lines that it must', () => {
  test.each<[string, PlanChange, string[]]>([
    [
      'a text',
      { do: 'set', key: 'title', value: 'Cinema' },
      ['-title: Lending library   # short', '+title: Cinema   # short'],
    ],
    [
      'a text in quotes',
      { do: 'set-operation', resource: 0, operation: 0, key: 'summary', value: 'All: "x"' },
      ['-        summary: "List the books"', '+        summary: "All: \\"x\\""'],
    ],
    [
      'a text that needs quotes',
      { do: 'set', key: 'title', value: 'a: b' },
      ['-title: Lending library   # short', '+title: "a: b"   # short'],
    ],
    [
      'a text that would be a number',
      { do: 'set', key: 'title', value: '12' },
      ['-title: Lending library   # short', '+title: "12"   # short'],
    ],
    [
      'a folded text',
      {
        do: 'set',
        key: 'purpose',
        value: 'The front desk sees at once whether a book is in, lends it to a member and is glad.',
      },
      ['-  and knows when it is due back.', '+  and is glad.'],
    ],
    ['what was not there', { do: 'set-audience', value: 'public' }, ['+audience: public']],
    [
      'a flag in brackets',
      { do: 'set-field-flag', resource: 0, field: 1, key: 'required', value: false },
      ["-      - { name: 'title' }", "+      - { name: 'title', required: false }"],
    ],
    [
      'a flag on lines',
      { do: 'set-field-flag', resource: 0, field: 2, key: 'readOnly', value: true },
      ['+        readOnly: true'],
    ],
    [
      'a flag that is written',
      { do: 'set-field-flag', resource: 0, field: 0, key: 'readOnly', value: false },
      [
        "-      - {name: id,  type: integer, readOnly: true}   # the server's",
        "+      - {name: id,  type: integer, readOnly: false}   # the server's",
      ],
    ],
    [
      'a status in brackets',
      { do: 'add-status', resource: 0, operation: 0, value: 401 },
      ['-        statuses: [200]', '+        statuses: [200, 401]'],
    ],
    ['a status on lines', { do: 'add-status', resource: 0, operation: 1, value: 304 }, ['+          - 304']],
    ['a status less', { do: 'remove-status', resource: 0, operation: 1, value: 200 }, ['-          - 200   # found']],
    [
      'a new field like its neighbour',
      { do: 'add-field', resource: 0, at: 1, value: { name: 'isbn' } },
      ['+', '+      - { name: isbn }'],
    ],
    [
      'a field less, with what is said of it',
      { do: 'remove-field', resource: 0, field: 1 },
      ['-      # what is on the cover', "-      - { name: 'title' }", '-'],
    ],
    [
      'the first rule',
      { do: 'add-rule', resource: 1, value: 'One at a time.' },
      ['-    rules: []', '+    rules:', '+      - One at a time.'],
    ],
    [
      'the first field',
      { do: 'add-field', resource: 1, value: { name: 'id', type: 'integer' } },
      ['+    fields:', '+      - name: id', '+        type: integer'],
    ],
    [
      'a resource less',
      { do: 'remove-resource', resource: 1 },
      ['-  # People', '-  - name: members', '-    rules: []', '-    # none yet', '-'],
    ],
    [
      'an operation more',
      {
        do: 'add-operation',
        resource: 0,
        value: { method: 'POST', path: '/books', summary: 'Add a book', statuses: [201, 422] },
      },
      [
        '+      - method: POST',
        '+        path: /books',
        '+        summary: Add a book',
        '+        statuses: [201, 422]',
        '+',
      ],
    ],
  ])('%s', (_name, change, expected) => {
    expect(edit(change)).toEqual(expected);
  });

  test('a text that goes takes its key along, and nothing else', () => {
    expect(edit({ do: 'set', key: 'basePath', value: '' })).toEqual(['-basePath: /api/v1']);
  });
  test('a status that is there twice goes twice', () => {
    const text = PLAN.replace('[200]', '[200, 404, 200, 200]');
    expect(edit({ do: 'remove-status', resource: 0, operation: 0, value: 200 }, text)).toEqual([
      '-        statuses: [200, 404, 200, 200]',
      '+        statuses: [404]',
    ]);
  });
  test('the last rule leaves an empty list', () => {
    const text = 'title: T\nresources:\n  - name: books\n    rules: # in words\n      - One.\n    item: book\n';
    expect(edit({ do: 'remove-rule', resource: 0, rule: 0 }, text)).toEqual([
      '-    rules: # in words',
      '-      - One.',
      '+    rules: [] # in words',
    ]);
  });
  test('lines that end as on Windows stay so', () => {
    const text = PLAN.replaceAll('\n', '\r\n');
    const after = editPlan(text, { do: 'add-rule', resource: 1, value: 'One at a time.' });
    expect(after.replaceAll('\r\n', '\n')).toBe(
      editPlan(PLAN, { do: 'add-rule', resource: 1, value: 'One at a time.' }),
    );
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });
  test('what cannot be read, and what is not there, stays as it is', () => {
    for (const text of ['title: [', 'titel: x', ''])
      expect(editPlan(text, { do: 'set', key: 'title', value: 'x' })).toBe(text);
    expect(edit({ do: 'remove-field', resource: 7, field: 0 })).toEqual([]);
    expect(edit({ do: 'remove-field', resource: 0, field: 7 })).toEqual([]);
    expect(edit({ do: 'move-resource', resource: 0, to: 9 })).toEqual([]);
  });
});
