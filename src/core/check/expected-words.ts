import type { Json } from '../../contract/ids.ts';
import { isJsonObject, typeInWords } from '../json/json-type.ts';
import { showJson } from '../json/show-json.ts';
import { cut } from '../wording/cut.ts';
import { orList } from '../wording/list.ts';

/** Deeper expectations are not read to the end: the line is cut long before. */
const DEEPEST = 8;

/** What a matcher asks for, in words, by its key. */
const WORDS: Record<string, (argument: Json, depth: number) => string> = {
  $any: () => 'any value',
  $absent: (argument) => (argument === false ? 'any value' : 'nothing'),
  $type: (argument) => typeInWords(argument),
  $length: (argument) => lengthInWords(argument, 'item or character'),
  $each: (argument, depth) => `an array where each item is ${words(argument, depth)}`,
  $contains: (argument, depth) => `an array with the item ${words(argument, depth)}`,
  $oneOf: (argument, depth) =>
    orList((Array.isArray(argument) ? argument : [argument]).map((one) => words(one, depth))),
  $not: (argument, depth) => `anything but ${words(argument, depth)}`,
  $exact: (argument) => `exactly ${showJson(argument)}`,
  $glob: (argument) => `a text like ${showJson(argument)}`,
  $includes: (argument) => `a text with ${showJson(argument)} in it`,
  $gte: (argument) => `a number of ${showJson(argument)} or more`,
  $lte: (argument) => `a number of ${showJson(argument)} or less`,
  $unique: (argument) => {
    if (argument === false) return 'an array with an item that is there more than once';
    return typeof argument === 'string'
      ? `an array where each ${argument} is there once`
      : 'an array of different items';
  },
  $sorted: (argument) => {
    const { by, order } = orderOf(argument);
    return `an array sorted${by === null ? '' : ` by ${by}`}${order === 'desc' ? ', the largest first' : ''}`;
  },
};

/**
 * An expected value of a check in one line for a learner, who never sees checks.yaml: JSON, in which matchers are said
 * in words, as in `{"id": an integer, "title": "Emma"}`. At most `limit` characters.
 */
export function expectedInWords(expected: Json, limit = 200): string {
  return cut(words(expected, 0), limit);
}

/** "1 item", "2 to 5 items", "at least 1 item"; `argument` is that of `$length`. */
export function lengthInWords(argument: Json, unit: string): string {
  const { min, max } = lengthBounds(argument);
  const count = (n: number): string =>
    `${n} ${n === 1 ? unit : unit.replace(/\w+/g, (word) => (word === 'or' ? word : `${word}s`))}`;
  if (min === max) return count(min);
  if (max === Number.POSITIVE_INFINITY) return `at least ${count(min)}`;
  return min === 0 ? `at most ${count(max)}` : `${min} to ${count(max)}`;
}

export function lengthBounds(argument: Json): { min: number; max: number } {
  if (typeof argument === 'number') return { min: argument, max: argument };
  const bounds = isJsonObject(argument) ? argument : {};
  return {
    min: typeof bounds.min === 'number' ? bounds.min : 0,
    max: typeof bounds.max === 'number' ? bounds.max : Number.POSITIVE_INFINITY,
  };
}

/** The argument of `$sorted`: true, the name of a key, or {by?, order?: asc or desc}. */
export function orderOf(argument: Json): { by: string | null; order: 'asc' | 'desc' } {
  if (typeof argument === 'string') return { by: argument, order: 'asc' };
  const { by, order } = isJsonObject(argument) ? argument : {};
  return { by: typeof by === 'string' ? by : null, order: order === 'desc' ? 'desc' : 'asc' };
}

function words(expected: Json, depth: number): string {
  if (depth > DEEPEST) return '…';
  if (Array.isArray(expected)) return `[${expected.map((item) => words(item, depth + 1)).join(', ')}]`;
  if (!isJsonObject(expected)) return showJson(expected);
  const entries = Object.entries(expected);
  const said = entries.flatMap(([key, argument]) => {
    const matcher = Object.hasOwn(WORDS, key) ? WORDS[key] : undefined;
    return matcher ? [matcher(argument, depth + 1)] : [];
  });
  const fields = entries.filter(([key]) => !Object.hasOwn(WORDS, key));
  if (fields.length > 0 || said.length === 0) {
    said.push(`{${fields.map(([key, value]) => `${JSON.stringify(key)}: ${words(value, depth + 1)}`).join(', ')}}`);
  }
  return said.join(' and ');
}
