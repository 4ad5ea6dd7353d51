import type { Json } from '../../contract/ids.ts';
import type { OpenApiDocument } from '../../contract/sandbox.ts';
import { isJsonObject } from '../json/json-type.ts';
import { andList, orList } from '../wording/list.ts';
import { operationTable, resolveRef } from './openapi-document.ts';
import { parameterOf, segmentsOf } from './path-shape.ts';

/**
 * How a built operation differs from its plan, in short texts. Counted are: names of parameters, statuses that the
 * document declares (not a bare 200 that frameworks invent, no 5xx) and 2xx statuses that were really answered.
 */
export function driftOf(
  planned: { method: string; path: string; statuses: readonly number[] },
  route: { path: string },
  openapi: OpenApiDocument | null,
  observed: readonly number[],
): string[] {
  const plan = wantedText(planned.statuses);
  const answered = [...new Set(observed)].filter((status) => isSuccess(status) && !planned.statuses.includes(status));
  const declared = declaredStatuses(openapi, planned).filter(
    (status) => !planned.statuses.includes(status) && !answered.includes(status),
  );
  return [
    ...parameterDrift(planned.path, route.path),
    ...answered.sort().map((status) => `answers ${status}, the plan says ${plan}`),
    ...(declared.length === 0 ? [] : [`its document names ${andList(declared)}, the plan says ${plan}`]),
  ];
}

function parameterDrift(planned: string, built: string): string[] {
  const there = segmentsOf(built);
  return segmentsOf(planned).flatMap((segment, index) => {
    const wanted = parameterOf(segment);
    const given = parameterOf(there[index] ?? '');
    if (wanted === null || given === null || wanted === given) return [];
    return [`the parameter is {${given}}, the plan says {${wanted}}`];
  });
}

/** The statuses that are known of a built operation: those of its document, and 2xx that were answered. */
export function builtStatuses(
  planned: { method: string; path: string },
  openapi: OpenApiDocument | null,
  observed: readonly number[],
): number[] {
  const all = [...declaredStatuses(openapi, planned), ...observed.filter(isSuccess)];
  return [...new Set(all)].sort((one, other) => one - other);
}

function declaredStatuses(openapi: OpenApiDocument | null, planned: { method: string; path: string }): number[] {
  const responses = openapi && operationTable(openapi).same(planned)?.operation.responses;
  if (!openapi || !isJsonObject(responses)) return [];
  return Object.entries(responses)
    .filter(([key, response]) => /^[1-4]\d\d$/.test(key) && !(key === '200' && isBare(openapi, response)))
    .map(([key]) => Number(key));
}

function isBare(openapi: OpenApiDocument, response: Json): boolean {
  const resolved = resolveRef(openapi, response);
  return !isJsonObject(resolved) || (resolved.content === undefined && resolved.headers === undefined);
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function wantedText(statuses: readonly number[]): string {
  return orList([...statuses].sort((one, other) => one - other));
}
