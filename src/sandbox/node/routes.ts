import type { Route } from '../../contract/sandbox.ts';
import type { ObservedApp, ObservedRoute } from './observe-apps.ts';
import type { Position } from './position.ts';
import { bracePath } from './route-path.ts';

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
