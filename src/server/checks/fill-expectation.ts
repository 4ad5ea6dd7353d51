import type { HttpExpectation } from '../../contract/http-step.ts';
import { type Captured, fillJson, fillTemplate } from '../../core/check/capture.ts';

/** The expectation of a step, with captured values in its headers and body. */
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
