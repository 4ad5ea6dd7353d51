import type { PlanResource } from '../../contract/plan.ts';
import { segmentsOf } from '../contract/path-shape.ts';
import type { PlanChange } from './plan-change.ts';

/** Another name for a resource, in its paths too. */
export function renameResource(resource: PlanResource, at: number, name: string): PlanChange {
  const paths = resource.operations.flatMap(({ path }, operation): PlanChange[] => {
    const [first, ...rest] = segmentsOf(path);
    if (first !== resource.name) return [];
    return [{ do: 'set-operation', resource: at, operation, key: 'path', value: `/${[name, ...rest].join('/')}` }];
  });
  return { do: 'all', changes: [{ do: 'set-resource', resource: at, key: 'name', value: name }, ...paths] };
}
