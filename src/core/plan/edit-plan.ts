import type { Json } from '../../contract/ids.ts';
import { Plan, PlanField, PlanOperation, PlanResource } from '../../contract/plan.ts';
import { editYaml } from '../yaml/edit/edit-yaml.ts';
import type { YamlEdit, YamlPath } from '../yaml/edit/yaml-edit.ts';
import type { PlanChange } from './plan-change.ts';
import { readPlan } from './read-plan.ts';

const ORDER = {
  plan: Object.keys(Plan.shape),
  resource: Object.keys(PlanResource.shape),
  field: Object.keys(PlanField.shape),
  operation: Object.keys(PlanOperation.shape),
};

/**
 * The text of plan.yaml after one change. Only the lines that must change do: comments, order, blank lines and quotes
 * stay. A plan that cannot be read, and a change of what is not there, give the text as it was.
 */
export function editPlan(text: string, change: PlanChange): string {
  if (change.do === 'all') return change.changes.reduce(editPlan, text);
  const plan = readPlan(text).value;
  return plan ? editsOf(change, plan).reduce(editYaml, text) : text;
}

type Single = Exclude<PlanChange, { do: 'all' }>;

function editsOf(change: Single, plan: Plan): YamlEdit[] {
  switch (change.do) {
    case 'set':
      return [setText([change.key], change.value, ORDER.plan, change.key === 'title')];
    case 'set-audience':
      return [setText(['audience'], change.value ?? '', ORDER.plan)];
    case 'add-resource':
      return [insert(['resources'], change.at ?? plan.resources.length, written(change.value), ORDER.plan)];
    case 'remove-resource':
      return [{ do: 'remove', path: ['resources'], at: change.resource }];
    case 'move-resource':
      return [{ do: 'move', path: ['resources'], from: change.resource, to: change.to }];
    default:
      return editsOfResource(change, plan.resources[change.resource]);
  }
}

type InResource = Extract<Single, { resource: number }>;

function editsOfResource(change: InResource, resource: PlanResource | undefined): YamlEdit[] {
  if (!resource) return [];
  const own: YamlPath = ['resources', change.resource];
  const lists = { field: [...own, 'fields'], rule: [...own, 'rules'], operation: [...own, 'operations'] };
  switch (change.do) {
    case 'set-resource':
      return [setText([...own, change.key], change.value, ORDER.resource, change.key === 'name')];
    case 'add-field':
      return [insert(lists.field, change.at ?? resource.fields.length, written(change.value), ORDER.resource)];
    case 'remove-field':
      return [{ do: 'remove', path: lists.field, at: change.field }];
    case 'move-field':
      return [{ do: 'move', path: lists.field, from: change.field, to: change.to }];
    case 'set-field':
      return [setText([...lists.field, change.field, change.key], change.value, ORDER.field, change.key === 'name')];
    case 'set-field-type':
      return setOver(lists.field, change.field, 'type', change.value, resource.fields[change.field]?.type);
    case 'set-field-flag':
      return setOver(lists.field, change.field, change.key, change.value, resource.fields[change.field]?.[change.key]);
    case 'add-rule':
      return change.value === ''
        ? []
        : [insert(lists.rule, change.at ?? resource.rules.length, change.value, ORDER.resource)];
    case 'remove-rule':
      return [{ do: 'remove', path: lists.rule, at: change.rule }];
    case 'move-rule':
      return [{ do: 'move', path: lists.rule, from: change.rule, to: change.to }];
    case 'set-rule':
      return [{ do: 'set', path: [...lists.rule, change.rule], value: change.value }];
    case 'add-operation':
      return [insert(lists.operation, change.at ?? resource.operations.length, written(change.value), ORDER.resource)];
    case 'remove-operation':
      return [{ do: 'remove', path: lists.operation, at: change.operation }];
    case 'move-operation':
      return [{ do: 'move', path: lists.operation, from: change.operation, to: change.to }];
    case 'set-operation':
      return [setText([...lists.operation, change.operation, change.key], change.value, ORDER.operation, true)];
    case 'set-method':
      return [{ do: 'set', path: [...lists.operation, change.operation, 'method'], value: change.value }];
    case 'add-status':
    case 'remove-status':
      return editsOfStatuses(change, resource.operations[change.operation], [
        ...lists.operation,
        change.operation,
        'statuses',
      ]);
    default:
      return [];
  }
}

function editsOfStatuses(
  change: Extract<Single, { do: 'add-status' | 'remove-status' }>,
  operation: PlanOperation | undefined,
  path: YamlPath,
): YamlEdit[] {
  if (!operation) return [];
  const { statuses } = operation;
  if (change.do === 'add-status') {
    if (statuses.includes(change.value)) return [];
    const greater = statuses.findIndex((status) => status > change.value);
    return [{ do: 'insert', path, at: greater < 0 ? statuses.length : greater, value: change.value }];
  }
  // From the end, so that the places of the others stay true.
  const places = statuses.flatMap((status, index) => (status === change.value ? [index] : [])).reverse();
  return places.map((at) => ({ do: 'remove', path, at }));
}

/** An empty text takes the key away, unless it must be there. */
function setText(path: YamlPath, value: string, order: readonly string[], needed = false): YamlEdit {
  return value === '' && !needed ? { do: 'unset', path } : { do: 'set', path, value, order };
}

/** A value that is not written stands for its default: it is written only if it is another one. */
function setOver(list: YamlPath, at: number, key: string, value: string | boolean, before: unknown): YamlEdit[] {
  const path = [...list, at, key];
  if (before === undefined || before === value) return [];
  return [{ do: 'set', path, value, order: ORDER.field }];
}

function insert(path: YamlPath, at: number, value: Json, order: readonly string[]): YamlEdit {
  return { do: 'insert', path, at, value, order };
}

/** What is undefined is not written. */
function written(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
