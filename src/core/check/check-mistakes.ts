import type { HttpCheck } from '../../contract/check.ts';
import type { HttpStep } from '../../contract/http-step.ts';
import type { Json } from '../../contract/ids.ts';
import { isJsonObject } from '../json/json-type.ts';
import { orList } from '../wording/list.ts';
import { nearestName } from '../yaml/nearest.ts';
import { MATCHER_NAMES } from './matcher.ts';
import { schemaMistake } from './schema.ts';

/** A mistake of a check that its schema cannot see. `path` leads to the place inside the check. */
export type CheckMistake = { path: (string | number)[]; detail: string; expected?: string; nearest?: string };

/**
 * What is wrong in the steps of a check: matchers that do not exist, `{{names}}` that no earlier step captured,
 * sources that nothing can be captured from, JSON Schemas that cannot be used.
 */
export function checkMistakes(check: HttpCheck): CheckMistake[] {
  const captured: string[] = [];
  return check.steps.flatMap((step, index) => {
    const found = [
      ...unknownNames(step, captured),
      ...unknownMatchers(step.expect.body, ['expect', 'body']),
      ...unusableSchema(step),
      ...unusableSources(step),
    ];
    captured.push(...Object.keys(step.capture ?? {}));
    return found.map((one) => ({ ...one, path: ['steps', index, ...one.path] }));
  });
}

function unknownNames(step: HttpStep, captured: readonly string[]): CheckMistake[] {
  const { path, headers, body, rawBody } = step.request ?? {};
  const texts = [
    ...textsIn(path, ['request', 'path']),
    ...textsIn(headers, ['request', 'headers']),
    ...textsIn(body, ['request', 'body']),
    ...textsIn(rawBody, ['request', 'rawBody']),
    ...textsIn(step.expect.headers, ['expect', 'headers']),
    ...textsIn(step.expect.body, ['expect', 'body']),
  ];
  return texts.flatMap(({ at, text }) =>
    [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].flatMap((match) => {
      const name = match[1] ?? '';
      if (captured.includes(name)) return [];
      const expected = captured.length > 0 ? orList(captured) : 'a name that an earlier step captures';
      return [mistake(at, `No earlier step captures "${name}".`, expected, nearestName(name, captured))];
    }),
  );
}

function unknownMatchers(expected: Json | undefined, at: (string | number)[]): CheckMistake[] {
  if (Array.isArray(expected)) return expected.flatMap((item, index) => unknownMatchers(item, [...at, index]));
  if (!isJsonObject(expected)) return [];
  return Object.entries(expected).flatMap(([key, value]) => {
    const here = [...at, key];
    if (key.startsWith('$') && !MATCHER_NAMES.includes(key)) {
      return [mistake(here, `There is no matcher "${key}".`, orList(MATCHER_NAMES), nearestName(key, MATCHER_NAMES))];
    }
    // What stands in `$exact` is data, whatever its keys are called.
    return key === '$exact' ? [] : unknownMatchers(value, here);
  });
}

function unusableSchema(step: HttpStep): CheckMistake[] {
  const problem = step.expect.schema === undefined ? null : schemaMistake(step.expect.schema);
  return problem === null ? [] : [mistake(['expect', 'schema'], `This JSON Schema cannot be used: ${problem}.`)];
}

function unusableSources(step: HttpStep): CheckMistake[] {
  return Object.entries(step.capture ?? {}).flatMap(([name, source]) => {
    if (source === 'status' || /^header\.[^\s.]+$/.test(source) || /^body([.[].+)?$/.test(source)) return [];
    const expected = 'status, header.location or body.data.id';
    return [mistake(['capture', name], `Nothing can be captured from "${source}".`, expected)];
  });
}

function textsIn(value: unknown, at: (string | number)[]): { at: (string | number)[]; text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...at, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...at, key]));
}

function mistake(path: (string | number)[], detail: string, expected?: string, nearest?: string): CheckMistake {
  return { path, detail, ...(expected !== undefined && { expected }), ...(nearest !== undefined && { nearest }) };
}
