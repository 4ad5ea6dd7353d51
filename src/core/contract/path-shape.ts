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
