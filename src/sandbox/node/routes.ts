import { LIMITS } from '../../contract/limits.ts';
import type { Route } from '../../contract/sandbox.ts';
import type { ObservedApp, ObservedRoute } from './observe-apps.ts';
import type { Position } from './position.ts';
import { bracePath } from './route-path.ts';

/** What the schema of a route takes. */
const MOST_PATH_CHARS = 2_000;

/** The routes for the server. A HEAD that the framework adds to a GET is left out. */
export function routesOf(app: ObservedApp): Route[] {
  const all = app.routes.flatMap((route) =>
    methodsOf(route).map(
      (method): Route => ({
        method,
        path: bracePath(route.options.url),
        ...(route.at && { file: route.at.file, line: route.at.line }),
      }),
    ),
  );
  const gets = new Set(all.filter((route) => route.method === 'GET').map((route) => route.path));
  const unique = new Map<string, Route>();
  for (const route of all) {
    const key = `${route.method} ${route.path}`;
    if (route.method === 'HEAD' && gets.has(route.path)) continue;
    if (!unique.has(key)) unique.set(key, route);
  }
  return [...unique.values()];
}

/** Those that the workbench shows; when it does not show all, `note` is what the learner reads of it. */
export function shownRoutes(routes: Route[]): { routes: Route[]; note?: string } {
  let bytes = 0;
  const over = routes.findIndex(({ path, file = '' }, at) => {
    bytes += Buffer.byteLength(path) + file.length;
    return at >= LIMITS.routes || bytes > LIMITS.routeBytes || path.length > MOST_PATH_CHARS;
  });
  if (over === -1) return { routes };
  return {
    routes: routes.slice(0, over),
    note: `Your API has ${routes.length} routes. The workbench shows the first ${over}; all of them answer.`,
  };
}

/** Where a route was registered a second time, and where the first time. */
export function duplicateOf(app: ObservedApp): { again: Position; first: Position | undefined } | undefined {
  const seen = new Map<string, ObservedRoute>();
  for (const route of app.routes) {
    for (const method of methodsOf(route)) {
      const key = `${method} ${route.options.url}`;
      const first = seen.get(key);
      if (first && route.at && method !== 'HEAD') return { again: route.at, first: first.at };
      seen.set(key, route);
    }
  }
  return undefined;
}

export function methodsOf(route: ObservedRoute): string[] {
  const { method } = route.options;
  return (Array.isArray(method) ? method : [method]).map((name) => name.toUpperCase());
}
