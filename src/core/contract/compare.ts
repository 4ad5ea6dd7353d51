import type { ContractReport, ContractRow } from '../../contract/contract-diff.ts';
import type { Plan } from '../../contract/plan.ts';
import type { OpenApiDocument, Route } from '../../contract/sandbox.ts';
import { planToOpenApi } from '../plan/to-openapi.ts';
import { builtStatuses, driftOf } from './drift.ts';
import { compareFields } from './fields.ts';
import { joinPath, normalPath } from './path-shape.ts';
import { keyOf, RouteTable } from './route-table.ts';
import { isApiRoute } from './routes.ts';

/** A status that the API really answered; `path` is concrete. */
export type Observed = { method: string; path: string; status: number };
export type Built = { routes: readonly Route[]; openapi: OpenApiDocument | null };

/**
 * Planned against built: a row for each planned operation in the plan's order, then the routes that nobody planned.
 * Paths are the same if their shape is; another parameter name is drift. Without a plan every route is `extra`.
 */
export function compareContract(plan: Plan | null, built: Built, observed: readonly Observed[]): ContractReport {
  const planned = plannedOperations(plan);
  const routes = new RouteTable(
    built.routes.map(({ method, path }) => ({ method: method.toUpperCase(), path: normalPath(path) })),
  );
  const promised = plan && built.openapi ? planToOpenApi(plan) : null;
  const seen = statusesByOperation(planned, routes, observed);
  const rows: ContractRow[] = planned.all().map((operation) => {
    const { method, path, summary } = operation;
    const route = routes.same(operation);
    const statuses = [...operation.statuses].sort((one, other) => one - other);
    const known = { method, path, summary, statuses: { planned: statuses, built: [] } };
    if (!route) return { ...known, state: 'planned', drift: [], fields: [] };
    const answered = seen.get(operation) ?? [];
    const drift = driftOf(operation, route, built.openapi, answered);
    const fields = promised && built.openapi ? compareFields(operation, promised, built.openapi) : [];
    const drifted = drift.length > 0 || fields.some((field) => field.drift !== '');
    const both = { planned: statuses, built: builtStatuses(operation, built.openapi, answered) };
    return { ...known, state: drifted ? 'drifted' : 'built', drift, fields, statuses: both };
  });
  for (const { method, path } of routes.all()) {
    if (planned.same({ method, path }) || !isApiRoute({ method, path }, routes)) continue;
    rows.push({ method, path, state: 'extra', drift: [], fields: [], statuses: { planned: [], built: [] } });
  }
  const count = (state: ContractRow['state']) => rows.filter((row) => row.state === state).length;
  return {
    rows,
    planned: planned.all().length,
    built: count('built'),
    drifted: count('drifted'),
    extra: count('extra'),
  };
}

type PlannedOperation = { method: string; path: string; summary: string; statuses: number[] };

/** Planned twice is one operation that may answer with the statuses of both. */
function plannedOperations(plan: Plan | null): RouteTable<PlannedOperation> {
  const byKey = new Map<string, PlannedOperation>();
  for (const resource of plan?.resources ?? []) {
    for (const { method, path, summary, statuses } of resource.operations) {
      const operation = { method: method as string, path: joinPath(plan?.basePath ?? '/', path), summary, statuses };
      const before = byKey.get(keyOf(operation));
      if (before) before.statuses = [...new Set([...before.statuses, ...statuses])];
      else byKey.set(keyOf(operation), operation);
    }
  }
  return new RouteTable([...byKey.values()]);
}

function statusesByOperation(
  planned: RouteTable<PlannedOperation>,
  routes: RouteTable<{ method: string; path: string }>,
  observed: readonly Observed[],
): Map<PlannedOperation, number[]> {
  const all = new RouteTable<{ method: string; path: string }>([...planned.all(), ...routes.all()]);
  const found = new Map<PlannedOperation, number[]>();
  for (const { method, path, status } of observed) {
    const route = all.find(method, path);
    const operation = route && planned.same(route);
    if (operation) found.set(operation, [...(found.get(operation) ?? []), status]);
  }
  return found;
}
