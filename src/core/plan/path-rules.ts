import type { Mismatch } from '../../contract/evidence.ts';
import type { Plan, PlanOperation, PlanResource } from '../../contract/plan.ts';
import type { PlanRule } from '../../contract/plan-rule.ts';
import { parameterOf, segmentsOf, shapeOf } from '../contract/path-shape.ts';
import { andList } from '../wording/list.ts';
import { noResource } from './content-rules.ts';
import { isKebabCase, kebabCase } from './naming.ts';
import { isPlural, verbIn } from './words.ts';

/** Judges the rules about names, paths and operations; none for a rule about anything else. */
export function judgePathRule(rule: PlanRule, plan: Plan): Mismatch[] {
  switch (rule.rule) {
    case 'plural-nouns':
      return plan.resources.length === 0 ? noResource() : plan.resources.flatMap(judgePlural);
    case 'no-verbs-in-paths':
      return eachLiteral(plan, (segment, operation) => {
        const verb = verbIn(segment);
        if (!verb) return [];
        return [{ at: atOperation(operation), expected: 'a noun; the method is the verb', actual: `"${segment}"` }];
      });
    case 'kebab-case-paths':
      return eachLiteral(plan, (segment, operation) => {
        if (isKebabCase(segment)) return [];
        return [{ at: atOperation(operation), expected: `"${kebabCase(segment)}"`, actual: `"${segment}"` }];
      });
    case 'versioned-base-path':
      return judgeBasePath(plan, rule.is);
    case 'paths-under-resource':
      return hasOperations(plan) ? plan.resources.flatMap(judgeUnderResource) : noOperation();
    case 'operation':
      return judgeOperation(plan, rule);
    default:
      return [];
  }
}

function judgeBasePath({ basePath }: Plan, is: string | undefined): Mismatch[] {
  const segments = segmentsOf(basePath);
  if (is !== undefined && segments.join('/') !== segmentsOf(is).join('/')) {
    return [{ at: 'plan.basePath', expected: is, actual: basePath }];
  }
  if (segments.some((segment) => /^v\d+$/.test(segment))) return [];
  return [{ at: 'plan.basePath', expected: 'a version in it, such as /api/v1', actual: basePath }];
}

/** A rule about paths says nothing of a plan without any: such a plan must not pass. */
function noOperation(): Mismatch[] {
  return [{ at: 'plan operations', expected: 'at least one operation', actual: 'none yet' }];
}

function hasOperations(plan: Plan): boolean {
  return plan.resources.some((resource) => resource.operations.length > 0);
}

function judgePlural(resource: PlanResource): Mismatch[] {
  if (isPlural(resource.name) && verbIn(resource.name) === null) return [];
  return [
    { at: `plan.resources.${resource.name}`, expected: 'a plural noun, such as "books"', actual: `"${resource.name}"` },
  ];
}

function judgeUnderResource(resource: PlanResource): Mismatch[] {
  return resource.operations
    .filter((operation) => segmentsOf(operation.path)[0] !== resource.name)
    .map((operation) => ({
      at: `plan.resources.${resource.name}.operations`,
      expected: `a path that begins with /${resource.name}`,
      actual: operation.path,
    }));
}

function judgeOperation(plan: Plan, rule: Extract<PlanRule, { rule: 'operation' }>): Mismatch[] {
  const wanted = `${rule.method} ${rule.path}`;
  const all = plan.resources.flatMap((resource) => resource.operations);
  const alike = all.filter((operation) => shapeOf(operation.path) === shapeOf(rule.path));
  const found = alike.filter((operation) => operation.method === rule.method);
  if (found.length === 0) {
    const others = andList([...new Set(alike.map((one) => one.method))]);
    const actual = alike.length === 0 ? 'not planned yet' : `only ${others} planned there`;
    return [{ at: wanted, expected: 'an operation in the plan', actual }];
  }
  const named = [...new Set(found.flatMap((operation) => operation.statuses))].sort((one, other) => one - other);
  const missing = (rule.statuses ?? []).filter((status) => !named.includes(status));
  if (missing.length === 0) return [];
  return [{ at: `statuses of ${wanted}`, expected: `${andList(missing)} too`, actual: andList(named) }];
}

function eachLiteral(plan: Plan, judge: (segment: string, operation: PlanOperation) => Mismatch[]): Mismatch[] {
  if (!hasOperations(plan)) return noOperation();
  return plan.resources.flatMap((resource) =>
    resource.operations.flatMap((operation) =>
      segmentsOf(operation.path)
        .filter((segment) => parameterOf(segment) === null)
        .flatMap((segment) => judge(segment, operation)),
    ),
  );
}

function atOperation(operation: PlanOperation): string {
  return `${operation.method} ${operation.path}`;
}
