import type { PlanOperation, PlanResource } from '../../contract/plan.ts';
import { keyOf } from '../contract/route-table.ts';
import { itemName } from './names.ts';

/** The six operations that most resources have; those that the plan of this resource lacks. Paths lie under its name. */
export function missingOperations(resource: Pick<PlanResource, 'name' | 'item' | 'operations'>): PlanOperation[] {
  const one = itemName(resource).replaceAll('-', ' ');
  const an = /^[aeiou]/i.test(one) ? `an ${one}` : `a ${one}`;
  const all = `/${resource.name}`;
  const item = `${all}/{id}`;
  const standard: PlanOperation[] = [
    { method: 'GET', path: all, summary: `List the ${resource.name.replaceAll('-', ' ')}`, statuses: [200] },
    { method: 'POST', path: all, summary: `Add ${an}`, statuses: [201, 400] },
    { method: 'GET', path: item, summary: `Read one ${one}`, statuses: [200, 404] },
    { method: 'PUT', path: item, summary: `Replace ${an}`, statuses: [200, 400, 404] },
    { method: 'PATCH', path: item, summary: `Change ${an}`, statuses: [200, 400, 404] },
    { method: 'DELETE', path: item, summary: `Remove ${an}`, statuses: [204, 404] },
  ];
  const there = new Set(resource.operations.map(keyOf));
  return standard.filter((operation) => !there.has(keyOf(operation)));
}
