import type { HttpExpectation, HttpRequestSpec } from '../../contract/check.ts';
import type { Mismatch, SentRequest } from '../../contract/evidence.ts';
import type { Json } from '../../contract/ids.ts';
import { fillTemplate } from '../../core/check/capture.ts';

/** Values that earlier steps of the check captured. */
export type Captured = Record<string, Json>;

/**
 * The request of a step, with captured values in its path, headers and body.
 * A captured address (a Location header may be absolute) must belong to the API; otherwise a mismatch says so.
 */
export function requestOf(spec: HttpRequestSpec, values: Captured, base: string): SentRequest | Mismatch {
  const written = fillTemplate(spec.path, values);
  const path = written.startsWith('/') ? written : pathBelow(written, base);
  if (path === null) return { at: 'path', expected: 'an address of your own API', actual: written };
  const headers = Object.fromEntries(
    Object.entries(spec.headers).map(([name, value]) => [name.toLowerCase(), fillTemplate(value, values)]),
  );
  headers.accept ??= 'application/json';
  if (spec.rawBody !== undefined)
    return { method: spec.method, path, headers, body: fillTemplate(spec.rawBody, values) };
  if (spec.body === undefined) return { method: spec.method, path, headers };
  headers['content-type'] ??= 'application/json';
  return { method: spec.method, path, headers, body: JSON.stringify(fillJson(spec.body, values)) };
}

/** The expectation of a step, with captured values in headers and body. */
export function fillExpectation(expect: HttpExpectation, values: Captured): HttpExpectation {
  if (Object.keys(values).length === 0) return expect;
  const headers = Object.entries(expect.headers ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? fillTemplate(value, values) : value,
  ]);
  return {
    ...expect,
    ...(expect.headers ? { headers: Object.fromEntries(headers) } : {}),
    ...(expect.body === undefined ? {} : { body: fillJson(expect.body, values) }),
  };
}

/** A string that is one placeholder and nothing else keeps the type of the value: `{{id}}` may become a number. */
function fillJson(json: Json, values: Captured): Json {
  if (typeof json === 'string') {
    const whole = /^\{\{(\w+)\}\}$/.exec(json)?.[1];
    return whole !== undefined && Object.hasOwn(values, whole) ? (values[whole] ?? null) : fillTemplate(json, values);
  }
  if (Array.isArray(json)) return json.map((item) => fillJson(item, values));
  if (json === null || typeof json !== 'object') return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, fillJson(value, values)]));
}

function pathBelow(address: string, base: string): string | null {
  const url = URL.parse(address, base);
  return url && url.origin === new URL(base).origin ? `${url.pathname}${url.search}` : null;
}
