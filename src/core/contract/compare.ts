import type { ContractReport, ContractRow } from '../../contract/contract-diff.ts';
import type { Plan } from '../../contract/plan.ts';
import type { OpenApiDocument, Route } from '../../contract/sandbox.ts';
import { driftOf } from './drift.ts';
import { bestFit, joinPath, normalPath, shapeOf } from './path-shape.ts';
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
  const routes = uniqueRoutes(built.routes);
  const seen = statusesByOperation([...planned, ...routes], observed);
  const rows: ContractRow[] = planned.map((operation) => {
    const { method, path, summary } = operation;
    const route = routes.find((one) => keyOf(one) === keyOf(operation));
    if (!route) return { method, path, summary, state: 'planned', drift: [] };
    const drift = driftOf(operation, route, built.openapi, seen.get(keyOf(operation)) ?? []);
    return { method, path, summary, state: drift.length > 0 ? 'drifted' : 'built', drift };
  });
  const known = new Set(planned.map(keyOf));
  for (const route of routes) {
    if (known.has(keyOf(route)) || !isApiRoute(route, routes)) continue;
    rows.push({ method: route.method, path: route.path, state: 'extra', drift: [] });
  }
  const count = (state: ContractRow['state']) => rows.filter((row) => row.state === state).length;
  return {
    rows,
    planned: planned.length,
    built: count('built'),
    drifted: count('drifted'),
    extra: count('extra'),
  };
}

type PlannedOperation = { method: string; path: string; summary: string; statuses: number[] };

/** Planned twice is one operation that may answer with the statuses of both. */
function plannedOperations(plan: Plan | null): PlannedOperation[] {
  const byKey = new Map<string, PlannedOperation>();
  for (const resource of plan?.resources ?? []) {
    for (const { method, path, summary, statuses } of resource.operations) {
      const operation = { method: method as string, path: joinPath(plan?.basePath ?? '/', path), summary, statuses };
      const before = byKey.get(keyOf(operation));
      if (before) before.statuses = [...new Set([...before.statuses, ...statuses])];
      else byKey.set(keyOf(operation), operation);
    }
  }
  return [...byKey.values()];
}

function uniqueRoutes(routes: readonly Route[]): { method: string; path: string }[] {
  const byKey = new Map<string, { method: string; path: string }>();
  for (const route of routes) {
    const one = { method: route.method.toUpperCase(), path: normalPath(route.path) };
    if (!byKey.has(keyOf(one))) byKey.set(keyOf(one), one);
  }
  return [...byKey.values()];
}

function statusesByOperation(
  operations: readonly { method: string; path: string }[],
  observed: readonly Observed[],
): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { method, path, status } of observed) {
    const candidates = operations.filter((one) => one.method === method.toUpperCase());
    const operation = bestFit(candidates, (one) => one.path, path);
    if (operation) found.set(keyOf(operation), [...(found.get(keyOf(operation)) ?? []), status]);
  }
  return found;
}

function keyOf(operation: { method: string; path: string }): string {
  return `${operation.method} ${shapeOf(operation.path)}`;
}
