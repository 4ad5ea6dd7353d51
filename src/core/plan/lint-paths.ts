import type { Plan, PlanOperation, PlanResource } from '../../contract/plan.ts';
import { parameterOf, segmentsOf } from '../contract/path-shape.ts';
import { keyOf } from '../contract/route-table.ts';
import { nearestName } from '../yaml/nearest.ts';
import type { Found } from './finding.ts';
import { isKebabCase, kebabCase } from './naming.ts';
import { verbIn } from './words.ts';

/** Advice about the paths of operations. */
export function lintPaths(plan: Plan): Found[] {
  const seen = new Set<string>();
  return plan.resources.flatMap((resource, at) =>
    resource.operations.flatMap((operation, index) => {
      const own = { resource: at, operation: index };
      const key = keyOf(operation);
      if (seen.has(key)) return [duplicate(operation, own)];
      seen.add(key);
      return [
        ...lintSlash(operation, own),
        ...lintSegments(operation, own),
        ...lintPlace(plan, resource, operation, own),
      ];
    }),
  );
}

type Own = { resource: number; operation: number };

function pathOf(own: Own): (string | number)[] {
  return ['resources', own.resource, 'operations', own.operation, 'path'];
}

function setPath(own: Own, segments: string[]) {
  const value = `/${segments.join('/')}`;
  return { title: `Make it ${value}`, change: { do: 'set-operation', ...own, key: 'path', value } as const };
}

function duplicate({ method, path }: PlanOperation, own: Own): Found {
  return {
    rule: 'duplicate-operation',
    severity: 'warning',
    path: ['resources', own.resource, 'operations', own.operation],
    message: `${method} ${path} is planned twice`,
    why: 'A request meets one handler. Two operations with the same method and path, whatever their parameters are called, cannot be told apart.',
    fix: { title: 'Remove this one', change: { do: 'remove-operation', ...own } },
  };
}

function lintSlash({ path }: PlanOperation, own: Own): Found[] {
  if (path.length < 2 || !(path.endsWith('/') || path.includes('//'))) return [];
  return [
    {
      rule: 'trailing-slash',
      severity: 'warning',
      path: pathOf(own),
      message: path.endsWith('/') ? 'The path ends with a slash' : 'There are two slashes in a row',
      why: 'For many servers /books and /books/ are two paths, and a client that takes the wrong one gets 404.',
      fix: setPath(own, segmentsOf(path)),
    },
  ];
}

function lintSegments({ path }: PlanOperation, own: Own): Found[] {
  const segments = segmentsOf(path);
  const found: Found[] = [];
  const literal = segments.filter((segment) => parameterOf(segment) === null);
  const verb = literal.find((segment) => verbIn(segment) !== null);
  if (verb !== undefined) {
    found.push({
      rule: 'verb-in-path',
      severity: 'warning',
      path: pathOf(own),
      message: `"${verb}" in the path is a verb`,
      why: 'The method is the verb. What looks like an action is often a thing with a name: not /books/7/lend but POST /loans.',
    });
  }
  const odd = literal.find((segment) => segment !== verb && !isKebabCase(segment));
  if (odd !== undefined) {
    const fixed = segments.map((segment) => (parameterOf(segment) === null ? kebabCase(segment) : segment));
    found.push({
      rule: 'path-case',
      severity: 'warning',
      path: pathOf(own),
      message: `"${odd}" is not in small letters with dashes`,
      why: 'Paths tell capitals from small letters. Small letters, and dashes between words, leave nothing to guess.',
      ...(fixed.every((segment) => segment !== '') && { fix: setPath(own, fixed) }),
    });
  }
  return found;
}

function lintPlace(plan: Plan, { name }: PlanResource, { path }: PlanOperation, own: Own): Found[] {
  const [first = '', ...rest] = segmentsOf(path);
  if (first === name) return [];
  const elsewhere = plan.resources.some((other) => other.name === first);
  const near = nearestName(first, [name]) !== undefined;
  return [
    {
      rule: 'path-under-resource',
      severity: 'warning',
      path: pathOf(own),
      message: elsewhere ? `This path belongs to ${first}` : `The path does not begin with /${name}`,
      why: 'Whoever knows one path of a resource should be able to guess the others. All of them begin with its name.',
      ...(!elsewhere && { fix: setPath(own, near ? [name, ...rest] : [name, ...segmentsOf(path)]) }),
    },
  ];
}
