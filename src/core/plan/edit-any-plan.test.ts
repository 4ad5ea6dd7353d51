import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../contract/plan.ts';
import { changedLines as changed } from './changed-lines.test-support.ts';
import { editPlan } from './edit-plan.ts';
import type { PlanChange } from './plan-change.ts';
import { readPlan } from './read-plan.ts';

const word = fc.constantFrom(
  'books',
  'due: soon',
  'it # is',
  "o'clock",
  '"said"',
  '12',
  'true',
  '- dash',
  '[x]',
  '{id}',
  'ä, ö',
  '&a',
  '*b',
  '!t',
  '%p',
  '@q',
  'e',
  '',
  '?',
  '~',
  ' x ',
  'a:',
  'null',
);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const name = fc.constantFrom('id', 'title', 'dueOn', 'member id', 'yes', '7', 'x#y', 'a: b');

/** A plan written by many hands: brackets and lines, quotes and none, comments and blank lines anywhere. */
const planText = fc.array(fc.nat(359), { minLength: 80, maxLength: 80 }).map((tape) => {
  let step = 0;
  const number = () => tape[step++ % tape.length] ?? 0;
  const pick = <T>(...of: T[]): T => of[number() % of.length] as T;
  const remark = () => pick('', '', '', '#', '# a remark', '# fields:', "# - { name: 'x' }");
  const tail = () => {
    const said = remark();
    return said === '' ? '' : `${pick(' ', '   ')}${said}`;
  };
  const above = (indent: string) => {
    const said = remark();
    return `${pick('', '', '\n')}${said === '' ? '' : `${indent}${said}\n`}`;
  };
  const quoted = (text: string, flow = false) => pick(JSON.stringify(text), `'${text}'`, ...(flow ? [] : [text]));
  const field = (indent: string) => {
    const own = pick('id', 'title', 'dueOn');
    if (pick(true, false))
      return `${indent}- {${pick('', ' ')}name: ${quoted(own)}${pick('', ', type: integer', ',  required: false')}${pick('', ' ')}}${tail()}\n`;
    return `${indent}- name: ${quoted(own)}${tail()}\n${pick('', `${indent}  type: date${tail()}\n`)}${pick('', `${above(`${indent}  `)}${indent}  readOnly: true\n`)}`;
  };
  const operation = (indent: string) => {
    const head = pick('method: GET', 'path: /books');
    const rest = head.startsWith('method') ? 'path: "/books/{id}"' : 'method: POST';
    if (pick(true, false, false))
      return `${indent}- { ${head}, ${rest}, summary: 'All, of them', statuses: [200,404] }${tail()}\n`;
    const statuses = pick(
      `statuses: [ 200 , 404 ]${tail()}`,
      `statuses:${tail()}\n${indent}    - 200${tail()}\n${above(`${indent}    `)}${indent}    - 404`,
      `statuses: [\n${indent}    200, # fine\n${indent}    404\n${indent}  ]`,
    );
    return `${indent}- ${head}${tail()}\n${above(`${indent}  `)}${indent}  ${rest}\n${indent}  ${statuses}\n${indent}  summary: ${pick('Read them', "'It''s one'", '>\n'.concat(`${indent}    folded\n${indent}    text`))}\n`;
  };
  const many = (most: number, one: () => string) => Array.from({ length: 1 + (number() % most) }, one).join('');
  const list = (indent: string, key: string, one: (at: string) => string) => {
    const style = pick('lines', 'lines', 'none', 'empty');
    if (style === 'none') return '';
    if (style === 'empty') return `${indent}${key}: []${tail()}\n`;
    const deeper = indent + pick('', '  ', '    ');
    return `${above(indent)}${indent}${key}:${tail()}\n${many(3, () => `${above(deeper)}${one(deeper)}`)}${above(deeper)}`;
  };
  const resource = () => {
    const indent = '    ';
    const parts = [
      () => list(indent, 'fields', field),
      () =>
        list(
          indent,
          'rules',
          (at) =>
            `${at}- ${pick('One at a time.', "'a: b'", '|\n'.concat(`${at}  first\n${at}  second`), 'two\n'.concat(`${at}  lines`))}\n`,
        ),
      () => list(indent, 'operations', operation),
      () => pick('', `${indent}item: book${tail()}\n`),
    ];
    const order = pick([0, 1, 2, 3], [2, 0, 3, 1]);
    return `${above('  ')}  - name: books${tail()}\n${order.map((index) => parts[index]?.() ?? '').join('')}`;
  };
  const purpose = pick(
    '',
    'purpose: >-\n  one two\n  three\n',
    'purpose: |\n  one\n\n  two\n',
    "purpose: 'it''s'\n",
    'purpose: one\n  two\n',
  );
  return `${above('')}title: Library${tail()}\n${above('')}${purpose}${pick('', 'audience: internal # us\n')}${list('', 'resources', resource)}${above('')}${pick('', 'version: 2.0.0')}`;
});

const place = fc.integer({ min: 0, max: 3 });
const at = { resource: fc.integer({ min: 0, max: 2 }), field: place, rule: place, operation: place };
const of = <T extends string>(kind: T, more: object) => fc.record({ do: fc.constant(kind), ...more });
const sets = fc.oneof(
  of('set', { key: fc.constantFrom('title', 'purpose'), value: words.filter((text) => text !== '') }),
  of('set-resource', { resource: at.resource, key: fc.constantFrom('item', 'description'), value: words }),
  of('set-field', { resource: at.resource, field: at.field, key: fc.constantFrom('name', 'description'), value: name }),
  of('set-field-flag', {
    resource: at.resource,
    field: at.field,
    key: fc.constantFrom('required', 'readOnly'),
    value: fc.boolean(),
  }),
  of('set-field-type', { resource: at.resource, field: at.field, value: fc.constantFrom('string', 'date') }),
  of('set-rule', { resource: at.resource, rule: at.rule, value: words }),
  of('set-operation', {
    resource: at.resource,
    operation: at.operation,
    key: fc.constant('summary'),
    value: words.filter((text) => text !== ''),
  }),
);
const adds = fc.oneof(
  of('add-resource', { value: fc.record({ name }) }),
  of('add-field', { resource: at.resource, value: fc.record({ name, type: fc.constant('integer') }) }),
  of('add-rule', { resource: at.resource, value: words.filter((text) => text !== '') }),
  of('add-operation', {
    resource: at.resource,
    value: fc.constant({ method: 'PUT', path: '/books/{id}', summary: 'Replace: all', statuses: [200, 404] }),
  }),
  of('add-status', { resource: at.resource, operation: at.operation, value: fc.constantFrom(201, 301, 422) }),
);
const removes = fc.oneof(
  of('remove-resource', { resource: at.resource }),
  of('remove-field', { resource: at.resource, field: at.field }),
  of('remove-rule', { resource: at.resource, rule: at.rule }),
  of('remove-operation', { resource: at.resource, operation: at.operation }),
  of('remove-status', { resource: at.resource, operation: at.operation, value: fc.constantFrom(200, 404) }),
);
const moves = fc.oneof(
  of('move-resource', { resource: at.resource, to: at.resource }),
  of('move-field', { resource: at.resource, field: at.field, to: place }),
  of('move-rule', { resource: at.resource, rule: at.rule, to: place }),
  of('move-operation', { resource: at.resource, operation: at.operation, to: place }),
);

const read = (text: string): Plan => {
  const { value, problems } = readPlan(text);
  expect(problems, text).toEqual([]);
  return value as Plan;
};
const comments = (text: string) =>
  text
    .split('\n')
    .flatMap((line) => /(?:^|\s)#(?: a remark| fields:| - \{ name: 'x' \}| fine| us)?$/.exec(line)?.[0].trim() ?? []);
/** Lines of one text that the other has not. */
function linesBeyond(one: string, other: string): string[] {
  const known = other.split('\n');
  return one.split('\n').filter((line) => {
    const at = known.indexOf(line);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}
const runs = { numRuns: 250 };

describe('for any plan and any change', () => {
  test('what the generator writes can be read', () => {
    fc.assert(
      fc.property(planText, (text) => {
        read(text);
      }),
      runs,
    );
  });

  test('a value set is there, and the rest of the plan and every other line stay', () => {
    fc.assert(
      fc.property(planText, sets, (text, change) => {
        const before = read(text);
        const after = editPlan(text, change as PlanChange);
        const expected = structuredClone(before);
        if (applied(expected, change as PlanChange)) expect(read(after), after).toEqual(expected);
        else expect(after).toBe(text);
        const multiline = [text, after].some(
          (one) => changed(one, one === text ? after : text).filter((line) => line.startsWith('-')).length > 1,
        );
        const gone = changed(text, after).filter((line) => line.startsWith('-'));
        if (!multiline) expect(gone.length).toBeLessThanOrEqual(1);
        // A key that goes takes along what is said on its line.
        const taken = 'value' in change && change.value === '' ? gone.flatMap((line) => comments(line.slice(1))) : [];
        expect([...comments(after), ...taken].sort()).toEqual(comments(text).sort());
      }),
      runs,
    );
  });

  test('what is added is there, and no line goes but the one that it is added to', () => {
    fc.assert(
      fc.property(planText, adds, (text, change) => {
        const before = read(text);
        const after = editPlan(text, change as PlanChange);
        const expected = structuredClone(before);
        if (applied(expected, change as PlanChange)) expect(read(after), after).toEqual(expected);
        else expect(after).toBe(text);
        const gone = changed(text, after).filter((line) => line.startsWith('-'));
        expect(gone.length, after).toBeLessThanOrEqual(1);
        expect(comments(after)).toEqual(comments(text));
      }),
      runs,
    );
  });

  test('what is removed is gone, and no line comes but the one that it was removed from', () => {
    fc.assert(
      fc.property(planText, removes, (text, change) => {
        const before = read(text);
        const expected = structuredClone(before);
        if (!applied(expected, change as PlanChange)) return;
        const after = editPlan(text, change as PlanChange);
        if (expected.resources.some((resource) => resource.operations.some((one) => one.statuses.length === 0))) return;
        expect(read(after), after).toEqual(expected);
        expect(linesBeyond(after, text).length, after).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });

  test('what is moved is in its new place, and every line is still there', () => {
    fc.assert(
      fc.property(planText, moves, (text, change) => {
        const before = read(text);
        const after = editPlan(text, change as PlanChange);
        const expected = structuredClone(before);
        apply(expected, change as PlanChange);
        expect(read(after), after).toEqual(expected);
        expect(after.split('\n').sort()).toEqual(text.split('\n').sort());
      }),
      runs,
    );
  });
});

/** The same change of the data; false when it names what is not there or changes nothing. */
function applied(plan: Plan, change: PlanChange): boolean {
  const same = JSON.stringify(plan);
  apply(plan, change);
  return JSON.stringify(plan) !== same;
}

function apply(plan: Plan, change: PlanChange): void {
  if (change.do === 'set') {
    const kept = change.key === 'purpose' && plan.purpose.endsWith('\n') && !change.value.endsWith('\n') ? '\n' : '';
    plan[change.key] = change.value + kept;
  }
  if (change.do === 'add-resource')
    plan.resources.push({ name: change.value.name, fields: [], rules: [], operations: [] });
  if (change.do === 'remove-resource') plan.resources.splice(change.resource, 1);
  if (change.do === 'move-resource') move(plan.resources, change.resource, change.to);
  if (!('resource' in change)) return;
  const resource = plan.resources[change.resource];
  if (!resource) return;
  const field = 'field' in change ? resource.fields[change.field] : undefined;
  const operation = 'operation' in change ? resource.operations[change.operation] : undefined;
  if (change.do === 'set-resource') setText(resource, change.key, change.value);
  if (change.do === 'set-field' && field) setText(field, change.key, change.value);
  if (change.do === 'set-field-flag' && field) field[change.key] = change.value;
  if (change.do === 'set-field-type' && field) field.type = change.value;
  if (change.do === 'set-operation' && operation) {
    const kept = operation[change.key].endsWith('\n') ? '\n' : '';
    operation[change.key] = change.value + (operation[change.key] === change.value ? '' : kept);
  }
  if (change.do === 'set-rule' && resource.rules[change.rule] !== undefined) {
    const kept = resource.rules[change.rule]?.endsWith('\n') && change.value !== '' ? '\n' : '';
    resource.rules[change.rule] = change.value + kept;
  }
  if (change.do === 'add-field')
    resource.fields.push({ required: true, readOnly: false, type: 'string', ...change.value });
  if (change.do === 'add-rule') resource.rules.push(change.value);
  if (change.do === 'add-operation') resource.operations.push(change.value);
  if (change.do === 'add-status' && operation)
    operation.statuses = [...operation.statuses, change.value].sort((a, b) => a - b);
  if (change.do === 'remove-field') resource.fields.splice(change.field, 1);
  if (change.do === 'remove-rule') resource.rules.splice(change.rule, 1);
  if (change.do === 'remove-operation') resource.operations.splice(change.operation, 1);
  if (change.do === 'remove-status' && operation)
    operation.statuses = operation.statuses.filter((one) => one !== change.value);
  if (change.do === 'move-field') move(resource.fields, change.field, change.to);
  if (change.do === 'move-rule') move(resource.rules, change.rule, change.to);
  if (change.do === 'move-operation') move(resource.operations, change.operation, change.to);
}

function setText<T extends { description?: string | undefined }>(
  holder: T,
  key: keyof T & string,
  value: string,
): void {
  if (value === '') delete holder[key];
  else Object.assign(holder, { [key]: value });
}

function move<T>(list: T[], from: number, to: number): void {
  if (from >= list.length || to >= list.length) return;
  const [taken] = list.splice(from, 1);
  if (taken !== undefined) list.splice(to, 0, taken);
}
