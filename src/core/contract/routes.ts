import type { RouteTable } from './route-table.ts';

type Route = { method: string; path: string };

const DOCS = new Set(['docs', 'documentation', 'swagger', 'reference', 'openapi.json', 'openapi.yaml', 'swagger.json']);

/**
 * Whether a route that nobody planned counts as part of the API: not the HEAD that comes with a GET, not OPTIONS, not the pages of the
 * API's documentation, not a catch-all.
 */
export function isApiRoute(route: Route, all: RouteTable<Route>): boolean {
  const method = route.method.toUpperCase();
  if (method === 'OPTIONS' || route.path.endsWith('*')) return false;
  if (route.path.split('/').some((segment) => DOCS.has(segment))) return false;
  return method !== 'HEAD' || all.same({ method: 'GET', path: route.path }) === null;
}
