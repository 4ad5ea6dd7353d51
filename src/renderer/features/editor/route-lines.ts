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
  /** How many further routes the same line of code makes; they are not listed. */
  more: number;
};

const SHOWN_AT_ONE_LINE = 4;

/**
 * The lines of one file. Of the checks only the last run counts: each repeats the one before. HEAD that only belongs to a GET is left out.
 * A verdict counts for the route that its evidence's request meets.
 */
export function routeLines(file: string, routes: Route[], traffic: ShownTraffic[], verdicts: Verdict[]): RouteLine[] {
  const gets = new Set(routes.filter((route) => route.method === 'GET').map((route) => route.path));
  const answers = answersByRoute(traffic);
  const failing = failingByRoute(routes, verdicts);
  const seen = new Map<string, number>();
  const byLine = new Map<number, RouteLine[]>();
  for (const route of routes) {
    if (route.file !== file || route.line === undefined) continue;
    if (route.method === 'HEAD' && gets.has(route.path)) continue;
    const name = `${route.method} ${route.path}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    const { last, requests } = answers.get(name) ?? { last: null, requests: 0 };
    const line: RouteLine = {
      key: `${name} ${before}`,
      line: route.line,
      method: route.method,
      path: route.path,
      last,
      requests,
      failing: failing.get(route) ?? [],
      more: 0,
    };
    const there = byLine.get(route.line);
    if (there) there.push(line);
    else byLine.set(route.line, [line]);
  }
  return [...byLine.values()].flatMap(mostTelling);
}

/** Of many routes that one line of code makes, such as a loop, those are shown that say most. */
function mostTelling(lines: RouteLine[]): RouteLine[] {
  if (lines.length <= SHOWN_AT_ONE_LINE) return lines;
  const rank = (line: RouteLine) => (line.failing.length > 0 ? 0 : line.last ? 1 : 2);
  const shown = lines.toSorted((a, b) => rank(a) - rank(b)).slice(0, SHOWN_AT_ONE_LINE);
  const more = lines.length - shown.length;
  return shown.map((line, at) => (at === shown.length - 1 ? { ...line, more } : line));
}

function answersByRoute(traffic: ShownTraffic[]): Map<string, Pick<RouteLine, 'last' | 'requests'>> {
  const lastRun = traffic.findLast((entry) => entry.from === 'checks')?.revision;
  const answers = new Map<string, Pick<RouteLine, 'last' | 'requests'>>();
  for (const { from, revision, method, route, status, ms } of traffic) {
    if (route === undefined || (from !== 'you' && revision !== lastRun)) continue;
    const name = `${method} ${route}`;
    answers.set(name, { last: { status, ms }, requests: (answers.get(name)?.requests ?? 0) + 1 });
  }
  return answers;
}

function failingByRoute(routes: Route[], verdicts: Verdict[]): Map<Route, Verdict[]> {
  const failing = new Map<Route, Verdict[]>();
  for (const verdict of verdicts) {
    const request = verdict.status === 'failed' ? verdict.evidence?.request : undefined;
    const route = request && findRoute(routes, request.method, request.path);
    if (route) failing.set(route, [...(failing.get(route) ?? []), verdict]);
  }
  return failing;
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
