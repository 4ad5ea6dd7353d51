/** Joins a base path and a path below it: one slash between them, none at the end. */
export function joinPath(base: string, path: string): string {
  return normalPath(`${base}/${path}`);
}

/** Without a query, without doubled slashes, without a slash at the end. The root stays "/". */
export function normalPath(path: string): string {
  const clean = (path.split(/[?#]/, 1)[0] ?? '').replace(/\/{2,}/g, '/').replace(/\/$/, '');
  return clean.startsWith('/') ? clean : `/${clean}`;
}

/** The segments of a path pattern or a concrete path. The root has none. */
export function segmentsOf(path: string): string[] {
  return normalPath(path)
    .split('/')
    .filter((segment) => segment !== '');
}

/** The parameter name of a whole segment `{name}`, or null. */
export function parameterOf(segment: string): string | null {
  return /^\{([^{}]*)\}$/.exec(segment)?.[1] ?? null;
}

/** The pattern without parameter names: two patterns with one shape match the same requests. */
export function shapeOf(path: string): string {
  return `/${segmentsOf(path)
    .map((segment) => segment.replace(/\{[^{}]*\}/g, '{}'))
    .join('/')}`;
}

/** How well a pattern fits a concrete path: null if not at all, else the number of literal segments. */
export function fitOf(pattern: string, concrete: string): number | null {
  const wanted = segmentsOf(pattern);
  const given = segmentsOf(concrete);
  if (wanted.length !== given.length) return null;
  let literal = 0;
  for (const [index, segment] of wanted.entries()) {
    if (segment === given[index]) literal += 1;
    else if (!/\{[^{}]*\}/.test(segment)) return null;
  }
  return literal;
}

/** The pattern that a request to `concrete` meets: of those that fit, the one with the most literal segments. */
export function bestFit<T>(candidates: readonly T[], patternOf: (one: T) => string, concrete: string): T | null {
  let best: T | null = null;
  let bestScore = -1;
  for (const candidate of candidates) {
    const score = fitOf(patternOf(candidate), concrete);
    if (score !== null && score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}
