import type { Mismatch } from '../../contract/evidence.ts';
import type { Json } from '../../contract/ids.ts';
import { isJsonObject, sameJson, typeInWords, typeName } from '../json/json-type.ts';
import { showJson } from '../json/show-json.ts';
import { orList } from '../wording/list.ts';
import { matchesGlob } from './glob.ts';
import { isDateTime } from './json-format.ts';

type Match = (expected: Json, actual: Json | undefined, at: string) => Mismatch[];
type Use = { argument: Json; actual: Json | undefined; at: string; match: Match };
type Matcher = (use: Use) => Mismatch[];

/** Every matcher by its key. The names are the format of checks.yaml: add, never rename. */
const MATCHERS: Record<string, Matcher> = {
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
    return [{ at, expected: `an item that matches ${showJson(argument)}`, actual: showJson(actual) }];
  },
  $oneOf: ({ argument, actual, at, match }) => {
    const options = Array.isArray(argument) ? argument : [argument];
    if (options.some((option) => match(option, actual, at).length === 0)) return [];
    return differs(at, orList(options.map((option) => showJson(option))), actual);
  },
  $not: ({ argument, actual, at, match }) =>
    match(argument, actual, at).length > 0 ? [] : differs(at, `anything but ${showJson(argument)}`, actual),
  $exact: ({ argument, actual, at }) =>
    sameJson(argument, actual) ? [] : differs(at, `exactly ${showJson(argument)}`, actual),
  $glob: ({ argument, actual, at }) =>
    typeof actual === 'string' && matchesGlob(String(argument), actual)
      ? []
      : differs(at, `a text like ${showJson(argument)}`, actual),
  $includes: ({ argument, actual, at }) =>
    typeof actual === 'string' && actual.includes(String(argument))
      ? []
      : differs(at, `a text with ${showJson(argument)} in it`, actual),
  $gte: ({ argument, actual, at }) =>
    typeof actual === 'number' && typeof argument === 'number' && actual >= argument
      ? []
      : differs(at, `a number of ${showJson(argument)} or more`, actual),
  $lte: ({ argument, actual, at }) =>
    typeof actual === 'number' && typeof argument === 'number' && actual <= argument
      ? []
      : differs(at, `a number of ${showJson(argument)} or less`, actual),
};

/** The keys that `matchJson` understands, for linting a check. */
export const MATCHER_NAMES: readonly string[] = Object.keys(MATCHERS);

/** Applies one matcher. An unknown one never holds: a typing error in a check must not pass everything. */
export function applyMatcher(use: Use & { name: string }): Mismatch[] {
  const matcher = Object.hasOwn(MATCHERS, use.name) ? MATCHERS[use.name] : undefined;
  if (!matcher) return [{ at: use.at, expected: `a known matcher`, actual: `${use.name} in the check` }];
  return matcher(use);
}

function differs(at: string, expected: string, actual: Json | undefined): Mismatch[] {
  return [{ at, expected, actual: showJson(actual) }];
}

function matchLength(argument: Json, actual: Json | undefined, at: string): Mismatch[] {
  const unit = typeof actual === 'string' ? 'character' : 'item';
  const count = (n: number) => `${n} ${unit}${n === 1 ? '' : 's'}`;
  if (!Array.isArray(actual) && typeof actual !== 'string') {
    return [{ at, expected: 'an array or a string', actual: typeName(actual) }];
  }
  const { min, max } = lengthBounds(argument);
  if (actual.length >= min && actual.length <= max) return [];
  const expected =
    min === max
      ? count(min)
      : max === Number.POSITIVE_INFINITY
        ? `at least ${count(min)}`
        : min === 0
          ? `at most ${count(max)}`
          : `${min} to ${count(max)}`;
  return [{ at, expected, actual: count(actual.length) }];
}

function lengthBounds(argument: Json): { min: number; max: number } {
  if (typeof argument === 'number') return { min: argument, max: argument };
  const bounds = isJsonObject(argument) ? argument : {};
  return {
    min: typeof bounds.min === 'number' ? bounds.min : 0,
    max: typeof bounds.max === 'number' ? bounds.max : Number.POSITIVE_INFINITY,
  };
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
