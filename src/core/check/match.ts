import type { Mismatch } from '../../contract/evidence.ts';
import type { Json } from '../../contract/ids.ts';
import { isJsonObject, type JsonObject, typeName } from '../json/json-type.ts';
import { showJson } from '../json/show-json.ts';
import { applyMatcher } from './matcher.ts';

/**
 * What of `expected` does not hold for `actual`. `at` names the place ("body"); children are "body.data[0].id".
 * Objects are a subset match: other keys may be there. Arrays have equal length and match element by element.
 * An object with keys that start with `$` holds matchers, and all of them must hold:
 * `$type`, `$any`, `$absent`, `$length`, `$each`, `$contains`, `$oneOf`, `$not`, `$exact`, `$glob`, `$includes`,
 * `$gte`, `$lte`, `$unique` (true: all items differ; a name: by that key), `$sorted` (true, a name, or
 * `{by?, order?: asc|desc}`; equal neighbours are in order). Keys without `$` beside them are matched as usual. `actual` is undefined where nothing stands.
 */
export function matchJson(expected: Json, actual: Json | undefined, at: string): Mismatch[] {
  if (isJsonObject(expected)) return matchObject(expected, actual, at);
  if (Array.isArray(expected)) return matchArray(expected, actual, at);
  return expected === actual ? [] : [{ at, expected: showJson(expected), actual: showJson(actual) }];
}

function matchObject(expected: JsonObject, actual: Json | undefined, at: string): Mismatch[] {
  const entries = Object.entries(expected);
  const matchers = entries.filter(([key]) => key.startsWith('$'));
  const fields = entries.filter(([key]) => !key.startsWith('$'));
  const apply = ([name, argument]: [string, Json]): Mismatch[] =>
    applyMatcher({ name, argument, actual, at, match: matchJson });
  // What else differs follows from the type and would only repeat it.
  const ofType = matchers.filter(([name]) => name === '$type').flatMap(apply);
  if (ofType.length > 0) return ofType;
  const found = matchers.flatMap(apply);
  if (fields.length === 0 && matchers.length > 0) return found;
  if (!isJsonObject(actual)) {
    return [...found, { at, expected: 'an object', actual: actual === undefined ? 'nothing' : typeName(actual) }];
  }
  for (const [key, value] of fields) {
    found.push(...matchJson(value, Object.hasOwn(actual, key) ? actual[key] : undefined, childAt(at, key)));
  }
  return found;
}

function matchArray(expected: Json[], actual: Json | undefined, at: string): Mismatch[] {
  if (!Array.isArray(actual)) {
    return [{ at, expected: 'an array', actual: actual === undefined ? 'nothing' : typeName(actual) }];
  }
  if (actual.length !== expected.length) {
    return [{ at, expected: items(expected.length), actual: items(actual.length) }];
  }
  return expected.flatMap((value, index) => matchJson(value, actual[index], `${at}[${index}]`));
}

function childAt(at: string, key: string): string {
  return /^[\w-]+$/.test(key) ? `${at}.${key}` : `${at}[${JSON.stringify(key)}]`;
}

function items(count: number): string {
  return count === 1 ? '1 item' : `${count} items`;
}
