import type { Json } from '../../contract/ids.ts';
import { isJsonObject, type JsonObject, typeInWords } from '../json/json-type.ts';
import { showJson } from '../json/show-json.ts';
import { cut } from '../wording/cut.ts';
import { orList } from '../wording/list.ts';
import { lengthBounds, lengthInWords, lengthOfEither, withLength } from './length-words.ts';

/** Deeper expectations are not read to the end: the line is cut long before. */
const DEEPEST = 8;

/** What a matcher asks for, in words, by its key. Those of lists, texts and numbers are said together, below. */
const WORDS: Record<string, (argument: Json, depth: number) => string> = {
  $any: () => 'any value',
  $absent: (argument) => (argument === false ? 'any value' : 'nothing'),
  $type: (argument) => typeInWords(argument),
  $length: (argument) => lengthOfEither(argument),
  $oneOf: (argument, depth) =>
    orList((Array.isArray(argument) ? argument : [argument]).map((one) => words(one, depth))),
  $not: (argument, depth) => notInWords(argument, depth),
  $exact: (argument) => `exactly ${showJson(argument)}`,
};

/** What says more about an array: `an array <clause> and <clause>`. In the order in which it reads well. */
const OF_LISTS: Record<string, (argument: Json, depth: number) => string> = {
  $contains: (argument, depth) => `with the item ${words(argument, depth)}`,
  $unique: (argument) => {
    if (argument === false) return 'with an item that is there more than once';
    return typeof argument === 'string' ? `where each ${argument} is there once` : 'where all items differ';
  },
  $sorted: (argument) => {
    const { by, order } = orderOf(argument);
    const what = by === null ? 'that is sorted' : `sorted by ${by}`;
    return `${what}${order === 'desc' ? ', the largest first' : ''}`;
  },
  $each: (argument, depth) => `where each item is ${words(argument, depth)}`,
};

/** What says more about a text: `a text <clause> and <clause>`. */
const OF_TEXTS: Record<string, (argument: Json) => string> = {
  $glob: (argument) => `like ${showJson(argument)}`,
  $includes: (argument) => `with ${showJson(argument)} in it`,
};

/** What must not be, said shorter than "anything but". */
const WITHOUT: Record<string, (argument: Json, depth: number) => string> = {
  $includes: (argument) => `without ${showJson(argument)} in it`,
  $glob: (argument) => `not like ${showJson(argument)}`,
  $contains: (argument, depth) => `without the item ${words(argument, depth)}`,
};

/**
 * An expected value of a check in one line for a learner, who never sees checks.yaml: JSON, in which matchers are said
 * in words, as in `{"id": an integer, "title": "Emma"}`. At most `limit` characters.
 */
export function expectedInWords(expected: Json, limit = 200): string {
  return cut(words(expected, 0), limit);
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
  const said = matchersInWords(expected, depth + 1);
  const fields = Object.entries(expected).filter(([key]) => !isMatcher(key));
  if (fields.length > 0 || said.length === 0) {
    said.push(`{${fields.map(([key, value]) => `${JSON.stringify(key)}: ${words(value, depth + 1)}`).join(', ')}}`);
  }
  return said.join(' and ');
}

const BY_KEY = [WORDS, OF_LISTS, OF_TEXTS];

function isMatcher(key: string): boolean {
  return key === '$gte' || key === '$lte' || BY_KEY.some((table) => Object.hasOwn(table, key));
}

/** All matchers of an object; those that speak of the same thing, such as a list and its length, as one. */
function matchersInWords(matchers: JsonObject, depth: number): string[] {
  const { noun, taken } = nounOf(matchers, depth);
  const others = Object.entries(matchers).flatMap(([key, argument]) => {
    const matcher = Object.hasOwn(WORDS, key) && !taken.includes(key) ? WORDS[key] : undefined;
    return matcher ? [matcher(argument, depth)] : [];
  });
  return noun === null ? others : [noun, ...others];
}

/** What several matchers say of one list, text or number, and which those are. */
function nounOf(matchers: JsonObject, depth: number): { noun: string | null; taken: string[] } {
  const { $type, $length, $not } = matchers;
  const ofLists = clauses(OF_LISTS, matchers, depth);
  if (ofLists.length > 0 || ($type === 'array' && $length !== undefined)) {
    const not = isJsonObject($not) && isOnly($not, '$contains') ? clauses(WITHOUT, $not, depth) : [];
    return {
      noun: withClauses(withLength('array', $length, 'item'), [...ofLists, ...not]),
      taken: taken(['$length'], $type === 'array' && '$type', not.length > 0 && '$not'),
    };
  }
  const ofTexts = clauses(OF_TEXTS, matchers, depth);
  if (ofTexts.length > 0 || ($type === 'string' && $length !== undefined)) {
    const isOfText = isJsonObject($not) && (isOnly($not, '$includes') || isOnly($not, '$glob'));
    const not = isOfText ? clauses(WITHOUT, $not, depth) : [];
    const name = ofTexts.length > 0 ? 'text' : 'string';
    return {
      noun: withClauses(withLength(name, $length, 'character'), [...ofTexts, ...not]),
      taken: taken(['$length'], $type === 'string' && '$type', not.length > 0 && '$not'),
    };
  }
  const { $gte, $lte } = matchers;
  if ($gte === undefined && $lte === undefined) return { noun: null, taken: [] };
  const name = $type === 'integer' ? 'an integer' : 'a number';
  return {
    noun: `${name} ${rangeInWords($gte, $lte)}`,
    taken: taken([], ($type === 'integer' || $type === 'number') && '$type'),
  };
}

function clauses(table: typeof OF_LISTS, matchers: JsonObject, depth: number): string[] {
  return Object.entries(table).flatMap(([key, clause]) => {
    const argument = Object.hasOwn(matchers, key) ? matchers[key] : undefined;
    return argument === undefined ? [] : [clause(argument, depth)];
  });
}

const taken = (always: string[], ...some: (string | false)[]): string[] => [
  ...always,
  ...some.filter((key) => key !== false),
];

function isOnly(matchers: JsonObject, key: string): boolean {
  return Object.hasOwn(matchers, key) && Object.keys(matchers).length === 1;
}

function withClauses(noun: string, said: readonly string[]): string {
  return said.length === 0 ? noun : `${noun} ${said.join(' and ')}`;
}

function rangeInWords(least: Json | undefined, most: Json | undefined): string {
  if (least === undefined) return `of ${showJson(most)} or less`;
  return most === undefined ? `of ${showJson(least)} or more` : `from ${showJson(least)} to ${showJson(most)}`;
}

function notInWords(argument: Json, depth: number): string {
  if (isJsonObject(argument) && Object.keys(argument).length === 1) {
    const [short] = clauses(WITHOUT, argument, depth);
    if (short !== undefined) return `anything ${short}`;
    const { $length } = argument;
    if ($length !== undefined) {
      return lengthBounds($length).max === 0 ? 'not empty' : `anything but ${lengthInWords($length)}`;
    }
  }
  return `anything but ${words(argument, depth)}`;
}
