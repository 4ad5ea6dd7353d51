import type { Plan, PlanResource } from '../../contract/plan.ts';
import type { Found } from './finding.ts';
import { newField } from './new-field.ts';

/** Advice about the fields and rules of each resource. */
export function lintResources(plan: Plan): Found[] {
  return plan.resources.flatMap((resource, at) => [
    ...lintTwins(plan, resource, at),
    ...lintId(resource, at),
    ...lintFieldTwins(resource, at),
    ...lintRules(resource, at),
  ]);
}

function lintTwins(plan: Plan, { name }: PlanResource, at: number): Found[] {
  if (plan.resources.findIndex((other) => other.name === name) === at) return [];
  return [
    {
      rule: 'duplicate-resource',
      severity: 'warning',
      path: ['resources', at, 'name'],
      message: `"${name}" is there twice`,
      why: 'A resource has one place in the plan. With two, a reader finds only half of its fields, rules and operations.',
    },
  ];
}

function lintId({ name, fields }: PlanResource, at: number): Found[] {
  if (fields.length === 0) return [];
  const place = fields.findIndex((field) => field.name === 'id');
  const id = fields[place];
  if (!id) {
    return [
      {
        rule: 'id',
        severity: 'warning',
        path: ['resources', at, 'fields'],
        message: `No field of ${name} is an id`,
        why: 'An item is found by its id: GET /books/7. A title or a name can change, or be there twice; an id that the server gives cannot.',
        fix: { title: 'Add an id', change: { do: 'add-field', resource: at, value: newField('id'), at: 0 } },
      },
    ];
  }
  if (id.readOnly) return [];
  return [
    {
      rule: 'read-only-id',
      severity: 'warning',
      path: ['resources', at, 'fields', place],
      message: 'A client could choose the id',
      why: 'If a client may send the id, two clients can send the same one, or the id of something that is not theirs. The server gives it.',
      fix: {
        title: 'Let the server set it',
        change: { do: 'set-field-flag', resource: at, field: place, key: 'readOnly', value: true },
      },
    },
  ];
}

function lintFieldTwins({ fields }: PlanResource, at: number): Found[] {
  return fields.flatMap(({ name }, field): Found[] => {
    if (fields.findIndex((other) => other.name === name) === field) return [];
    return [
      {
        rule: 'duplicate-field',
        severity: 'warning',
        path: ['resources', at, 'fields', field],
        message: `"${name}" is there twice`,
        why: 'An object has each name once. Of two fields with one name, only one can be meant.',
        fix: { title: 'Remove this one', change: { do: 'remove-field', resource: at, field } },
      },
    ];
  });
}

/** Words of a rule that some state of the data can contradict. */
const CONFLICT =
  /\b(at a time|at most|no more than|only one|only once|unique|twice|already|maximum|cannot be|must not)\b/i;
const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];

function lintRules({ rules, operations }: PlanResource, at: number): Found[] {
  const writing = operations.findIndex(({ method }) => WRITES.includes(method));
  if (writing < 0 || operations.some(({ statuses }) => statuses.includes(409))) return [];
  const rule = rules.findIndex((text) => CONFLICT.test(text));
  if (rule < 0) return [];
  const name = `${operations[writing]?.method} ${operations[writing]?.path}`;
  return [
    {
      rule: 'conflict-status',
      severity: 'info',
      path: ['resources', at, 'rules', rule],
      message: 'Nothing tells a client that this rule was broken',
      why: 'The request is well made, but it contradicts what is there now: that is 409 Conflict (RFC 9110). A client can then say why, instead of "something went wrong".',
      fix: {
        title: `Add 409 to ${name}`,
        change: { do: 'add-status', resource: at, operation: writing, value: 409 },
      },
    },
  ];
}
