import { segmentsOf, shapeOf } from './path-shape.ts';

type Route = { method: string; path: string };
type Compiled<T> = { entry: T; segments: string[]; literals: number };

/** Method and shape of path: two routes with one key answer the same requests. */
export function keyOf(route: Route): string {
  return `${route.method.toUpperCase()} ${shapeOf(route.path)}`;
}

/**
 * Routes that can be found by pattern or by a concrete path. Of two with one key the first counts.
 * Patterns are cut up once: what a learner's process sends may hold 20,000 of them.
 */
export class RouteTable<T extends Route> {
  readonly #byKey = new Map<string, T>();
  readonly #byLength = new Map<string, Compiled<T>[]>();
  readonly #found = new Map<string, T | null>();

  constructor(routes: readonly T[]) {
    for (const entry of routes) {
      const key = keyOf(entry);
      if (this.#byKey.has(key)) continue;
      this.#byKey.set(key, entry);
      const segments = segmentsOf(entry.path);
      const literals = segments.filter((segment) => !hasParameter(segment)).length;
      const group = lengthKey(entry.method, segments);
      const alike = this.#byLength.get(group);
      if (alike) alike.push({ entry, segments, literals });
      else this.#byLength.set(group, [{ entry, segments, literals }]);
    }
  }

  /** Without those that have the key of an earlier one. */
  all(): T[] {
    return [...this.#byKey.values()];
  }

  /** The route with the same method and shape, whatever its parameters are called. */
  same(route: Route): T | null {
    return this.#byKey.get(keyOf(route)) ?? null;
  }

  /** The route that a request to a concrete path meets: of those that fit, the one with the most literal segments. */
  find(method: string, path: string): T | null {
    const request = `${method.toUpperCase()} ${path}`;
    const known = this.#found.get(request);
    if (known !== undefined) return known;
    const given = segmentsOf(path);
    let best: Compiled<T> | null = null;
    for (const one of this.#byLength.get(lengthKey(method, given)) ?? []) {
      if ((!best || one.literals > best.literals) && fits(one.segments, given)) best = one;
    }
    this.#found.set(request, best?.entry ?? null);
    return best?.entry ?? null;
  }
}

function lengthKey(method: string, segments: readonly string[]): string {
  return `${method.toUpperCase()} ${segments.length}`;
}

function hasParameter(segment: string): boolean {
  return /\{[^{}]*\}/.test(segment);
}

function fits(pattern: readonly string[], given: readonly string[]): boolean {
  return pattern.every((segment, index) => segment === given[index] || hasParameter(segment));
}
