import type { HeaderExpectation, HttpExpectation } from '../../contract/http-step.ts';
import { type Captured, fillJson, fillTemplate } from '../../core/check/capture.ts';

/** The expectation of a step, with captured values, days and variables of the lab in its headers and body. */
export function fillExpectation(expect: HttpExpectation, values: Captured): HttpExpectation {
  const headers = Object.entries(expect.headers ?? {}).map(([name, value]) => [name, fillHeader(value, values)]);
  return {
    ...expect,
    ...(expect.headers ? { headers: Object.fromEntries(headers) } : {}),
    ...(expect.body === undefined ? {} : { body: fillJson(expect.body, values) }),
  };
}

function fillHeader(expected: HeaderExpectation, values: Captured): HeaderExpectation {
  if (typeof expected === 'string') return fillTemplate(expected, values);
  if ('glob' in expected) return { glob: fillTemplate(expected.glob, values) };
  return 'includes' in expected ? { includes: fillTemplate(expected.includes, values) } : expected;
}
