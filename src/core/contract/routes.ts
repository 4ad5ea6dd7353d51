const DOCS = new Set(['docs', 'documentation', 'swagger', 'reference', 'openapi.json', 'openapi.yaml', 'swagger.json']);

/**
 * Whether a route that nobody planned counts as part of the API: not the HEAD that comes with a GET, not OPTIONS, not the pages of the
 * API's documentation, not a catch-all.
 */
export function isApiRoute(
  route: { method: string; path: string },
  all: readonly { method: string; path: string }[],
): boolean {
  const method = route.method.toUpperCase();
  if (method === 'OPTIONS' || route.path.endsWith('*')) return false;
  if (route.path.split('/').some((segment) => DOCS.has(segment))) return false;
  if (method !== 'HEAD') return true;
  const bare = (path: string) => path.replace(/\/+$/, '');
  return !all.some((one) => one.method.toUpperCase() === 'GET' && bare(one.path) === bare(route.path));
}
