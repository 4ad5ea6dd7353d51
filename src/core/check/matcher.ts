import type { Mismatch } from '../../contract/evidence.ts';
import type { Json } from '../../contract/ids.ts';
import type { MatcherName } from '../../contract/matcher.ts';
import { isJsonObject, sameJson, typeInWords, typeName } from '../json/json-type.ts';
import { showJson } from '../json/show-json.ts';
import { expectedInWords, orderOf } from './expected-words.ts';
import { matchesGlob } from './glob.ts';
import { isDateTime } from './json-format.ts';
import { lengthBounds, lengthInWords } from './length-words.ts';
import { firstOutOfOrder, firstRepeated } from './list-order.ts';

type Match = (expected: Json, actual: Json | undefined, at: string) => Mismatch[];
type Use = { argument: Json; actual: Json | undefined; at: string; match: Match };
type Matcher = (use: Use) => Mismatch[];

const APPLY: Record<MatcherName, Matcher> = {
  $any: ({ actual, at }) => (actual === undefined ? differs(at, 'any value', actual) : []),
  $absent: ({ argument, actual, at }) => {
    if (argument === false) return actual === undefined ? differs(at, 'any value', actual) : [];
    return actual === undefined ? [] : differs(at, 'nothing', actual);
  },
  $type: ({ argument, actual, at }) =>
    hasType(actual, argument) ? [] : [{ at, expected: typeInWords(argument), actual: withType(actual) }],
  $length: ({ argument, actual, at }) => matchLength(argument, actual, at),
  $each: ({ argument, actual, at, match }) =>
    Array.isArray(actual)
      ? actual.flatMap((item, index) => match(argument, item, `${at}[${index}]`))
      : [{ at, expected: 'an array', actual: typeName(actual) }],
  $contains: ({ argument, actual, at, match }) => {
    if (!Array.isArray(actual)) return [{ at, expected: 'an array', actual: typeName(actual) }];
    if (actual.some((item) => match(argument, item, at).length === 0)) return [];
    return [{ at, expected: `an item like ${expectedInWords(argument)}`, actual: showJson(actual) }];
  },
  $oneOf: ({ argument, actual, at, match }) => {
    const options = Array.isArray(argument) ? argument : [argument];
    if (options.some((option) => match(option, actual, at).length === 0)) return [];
    return differs(at, expectedInWords({ $oneOf: options }), actual);
  },
  $not: ({ argument, actual, at, match }) =>
    match(argument, actual, at).length > 0 ? [] : differs(at, expectedInWords({ $not: argument }), actual),
  $exact: ({ argument, actual, at }) =>
    sameJson(argument, actual) ? [] : differs(at, expectedInWords({ $exact: argument }), actual),
  $glob: ({ argument, actual, at }) =>
    typeof actual === 'string' && matchesGlob(String(argument), actual)
      ? []
      : differs(at, expectedInWords({ $glob: argument }), actual),
  $includes: ({ argument, actual, at }) =>
    typeof actual === 'string' && actual.includes(String(argument))
      ? []
      : differs(at, expectedInWords({ $includes: argument }), actual),
  $gte: ({ argument, actual, at }) =>
    typeof actual === 'number' && typeof argument === 'number' && actual >= argument
      ? []
      : differs(at, expectedInWords({ $gte: argument }), actual),
  $lte: ({ argument, actual, at }) =>
    typeof actual === 'number' && typeof argument === 'number' && actual <= argument
      ? []
      : differs(at, expectedInWords({ $lte: argument }), actual),
  $unique: ({ argument, actual, at }) => {
    if (!Array.isArray(actual)) return [{ at, expected: 'an array', actual: typeName(actual) }];
    const found = firstRepeated(actual, typeof argument === 'string' ? argument : null);
    if (argument === false) return found ? [] : differs(at, expectedInWords({ $unique: false }), actual);
    if (!found) return [];
    const expected = expectedInWords({ $unique: argument });
    return [{ at, expected, actual: `${showJson(found.value, 120)} more than once` }];
  },
  $sorted: ({ argument, actual, at }) => {
    if (!Array.isArray(actual)) return [{ at, expected: 'an array', actual: typeName(actual) }];
    const found = firstOutOfOrder(actual, orderOf(argument));
    if (!found) return [];
    const [before, after] = found;
    const expected = expectedInWords({ $sorted: argument });
    return [{ at, expected, actual: `${showJson(before, 120)} before ${showJson(after, 120)}` }];
  },
};

/** The keys that `matchJson` understands, for linting a check. */
export const MATCHER_NAMES: readonly string[] = Object.keys(APPLY);

/** Applies one matcher. An unknown one never holds: a typing error in a check must not pass everything. */
export function applyMatcher(use: Use & { name: string }): Mismatch[] {
  const matcher = isMatcher(use.name) ? APPLY[use.name] : undefined;
  if (!matcher) return [{ at: use.at, expected: `a known matcher`, actual: `${use.name} in the check` }];
  return matcher(use);
}

function isMatcher(name: string): name is MatcherName {
  return Object.hasOwn(APPLY, name);
}

function differs(at: string, expected: string, actual: Json | undefined): Mismatch[] {
  return [{ at, expected, actual: showJson(actual) }];
}

function matchLength(argument: Json, actual: Json | undefined, at: string): Mismatch[] {
  const unit = typeof actual === 'string' ? 'character' : 'item';
  if (!Array.isArray(actual) && typeof actual !== 'string') {
    return [{ at, expected: 'an array or a string', actual: typeName(actual) }];
  }
  const { min, max } = lengthBounds(argument);
  if (actual.length >= min && actual.length <= max) return [];
  return [{ at, expected: lengthInWords(argument, unit), actual: lengthInWords(actual.length, unit) }];
}

function hasType(actual: Json | undefined, type: Json): boolean {
  if (Array.isArray(type)) return type.some((one) => hasType(actual, one));
  switch (type) {
    case 'integer':
      return Number.isInteger(actual);
    case 'array':
      return Array.isArray(actual);
    case 'object':
      return isJsonObject(actual);
    case 'null':
      return actual === null;
    case 'date-time':
      return typeof actual === 'string' && isDateTime(actual);
    case 'string':
    case 'number':
    case 'boolean':
      return typeof actual === type;
    default:
      return false;
  }
}

function withType(actual: Json | undefined): string {
  if (actual === undefined || actual === null) return typeName(actual);
  return `${typeName(actual)}: ${showJson(actual, 120)}`;
}
