import type { Mismatch } from '../../contract/evidence.ts';
import type { Plan, PlanResource } from '../../contract/plan.ts';
import type { PlanRule } from '../../contract/plan-rule.ts';
import { andList, orList } from '../wording/list.ts';
import { nearestName } from '../yaml/nearest.ts';
import { judgeField } from './field-rule.ts';

/** Judges the rules about purpose, resources, fields and operations; null for a rule about names and paths. */
export function judgeContentRule(rule: PlanRule, plan: Plan): Mismatch[] | null {
  switch (rule.rule) {
    case 'purpose':
      return judgePurpose(plan, rule.minWords);
    case 'audience': {
      const options = rule.oneOf ?? ['internal', 'partner', 'public'];
      if (plan.audience !== undefined && options.includes(plan.audience)) return [];
      return [{ at: 'plan.audience', expected: orList(options), actual: plan.audience ?? 'nothing' }];
    }
    case 'resources':
      return rule.names.flatMap((name) => missingResource(plan, name));
    case 'fields':
      return onResource(plan, rule.resource, (resource) => judgeFields(resource, rule.names));
    case 'field':
      return onResource(plan, rule.resource, (resource) => judgeField(resource, rule));
    case 'version':
      if (plan.version === rule.is) return [];
      return [{ at: 'plan.version', expected: rule.is, actual: plan.version }];
    case 'read-only-id':
      if (rule.resource === undefined) {
        return plan.resources.length === 0 ? noResource() : plan.resources.flatMap(judgeReadOnlyId);
      }
      return onResource(plan, rule.resource, judgeReadOnlyId);
    case 'business-rule':
      return onResource(plan, rule.resource, (resource) => judgeBusinessRules(resource, rule.min));
    default:
      return null;
  }
}

/** The mismatch of a plan that names no resource where at least one is needed. */
export function noResource(): Mismatch[] {
  return [{ at: 'plan.resources', expected: 'at least one resource', actual: 'none' }];
}

function judgePurpose(plan: Plan, minWords: number): Mismatch[] {
  const words = plan.purpose.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  if (words >= minWords) return [];
  const actual = words === 0 ? 'nothing' : words === 1 ? '1 word' : `${words} words`;
  return [{ at: 'plan.purpose', expected: `a sentence of at least ${minWords} words`, actual }];
}

function onResource(plan: Plan, name: string, judge: (resource: PlanResource) => Mismatch[]): Mismatch[] {
  const resource = findResource(plan, name);
  return resource ? judge(resource) : missingResource(plan, name);
}

function findResource(plan: Plan, name: string): PlanResource | undefined {
  return plan.resources.find((resource) => resource.name === name);
}

function missingResource(plan: Plan, name: string): Mismatch[] {
  if (findResource(plan, name)) return [];
  const names = plan.resources.map((resource) => resource.name);
  const near = nearestName(name, names);
  const actual = near ? `"${near}"` : names.length === 0 ? 'no resource yet' : andList(names.map((one) => `"${one}"`));
  return [{ at: `plan.resources.${name}`, expected: `a resource named "${name}"`, actual }];
}

function judgeFields(resource: PlanResource, names: string[]): Mismatch[] {
  const known = resource.fields.map((field) => field.name);
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      at: `plan.resources.${resource.name}.fields`,
      expected: `a field named "${name}"`,
      actual: known.length === 0 ? 'no fields yet' : andList(known),
    }));
}

function judgeReadOnlyId(resource: PlanResource): Mismatch[] {
  const at = `plan.resources.${resource.name}.fields.id`;
  const id = resource.fields.find((field) => field.name === 'id');
  if (!id) return [{ at, expected: 'a field "id" with readOnly: true', actual: 'no field "id"' }];
  if (id.readOnly) return [];
  return [{ at, expected: 'readOnly: true, because the server sets it', actual: 'a client could set it' }];
}

function judgeBusinessRules(resource: PlanResource, min: number): Mismatch[] {
  const count = resource.rules.filter((rule) => rule.trim() !== '').length;
  if (count >= min) return [];
  return [
    {
      at: `plan.resources.${resource.name}.rules`,
      expected: min === 1 ? 'at least 1 business rule in words' : `at least ${min} business rules in words`,
      actual: count === 0 ? 'none' : String(count),
    },
  ];
}
