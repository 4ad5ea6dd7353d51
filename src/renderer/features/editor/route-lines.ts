import type { Verdict } from '../../../contract/evidence.ts';
import type { Route } from '../../../contract/sandbox.ts';
import type { ShownTraffic } from '../../app/session-state.ts';

/** What stands above a route in the editor: how it has answered so far, and which checks it fails. */
export type RouteLine = {
  /** Stable while the route is there: method, path and which of several registrations. */
  key: string;
  /** From 1. */
  line: number;
  method: string;
  path: string;
  /** Of the last request, yours or a check's; null when none came yet. */
  last: { status: number; ms: number } | null;
  requests: number;
  failing: Verdict[];
};

/**
 * The lines of one file. Of the checks only the last run counts: each repeats the one before. HEAD that only belongs to a GET is left out.
 * A verdict counts for the route that its evidence's request meets.
 */
export function routeLines(file: string, routes: Route[], traffic: ShownTraffic[], verdicts: Verdict[]): RouteLine[] {
  const failed = verdicts.filter((verdict) => verdict.status === 'failed' && verdict.evidence?.request);
  const lastRun = traffic.findLast((entry) => entry.from === 'checks')?.revision;
  const counted = traffic.filter((entry) => entry.from === 'you' || entry.revision === lastRun);
  const lines: RouteLine[] = [];
  for (const route of routes) {
    if (route.file !== file || route.line === undefined || isImplied(route, routes)) continue;
    const met = counted.filter((entry) => entry.method === route.method && entry.route === route.path);
    const newest = met.at(-1);
    lines.push({
      key: `${route.method} ${route.path} ${lines.filter((line) => line.path === route.path).length}`,
      line: route.line,
      method: route.method,
      path: route.path,
      last: newest ? { status: newest.status, ms: newest.ms } : null,
      requests: met.length,
      failing: failed.filter((verdict) => {
        const request = verdict.evidence?.request;
        return request !== undefined && findRoute(routes, request.method, request.path) === route;
      }),
    });
  }
  return lines;
}

/** The route that answers a request, static segments before parameters; undefined when none does. `path` may have a query. */
export function findRoute(routes: Route[], method: string, path: string): Route | undefined {
  const wanted = segments(path);
  const fits = routes.filter((route) => route.method === method.toUpperCase() && matches(segments(route.path), wanted));
  return fits.sort((a, b) => parameters(a.path) - parameters(b.path))[0];
}

function segments(path: string): string[] {
  return (path.split(/[?#]/)[0] ?? '').split('/').filter((part) => part !== '');
}

function matches(pattern: string[], path: string[]): boolean {
  if (pattern.at(-1) === '*') return pattern.slice(0, -1).every((part, index) => fitsSegment(part, path[index]));
  return pattern.length === path.length && pattern.every((part, index) => fitsSegment(part, path[index]));
}

function fitsSegment(part: string, value: string | undefined): boolean {
  return value !== undefined && (part.includes('{') || part === value);
}

function parameters(path: string): number {
  return path.split('{').length;
}

function isImplied(route: Route, routes: Route[]): boolean {
  return route.method === 'HEAD' && routes.some((other) => other.method === 'GET' && other.path === route.path);
}
