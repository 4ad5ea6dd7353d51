import type { Json } from '../../contract/ids.ts';
import { isJsonObject } from '../json/json-type.ts';

/** What is counted; both, when nothing says whether it is a list or a text. */
type Unit = 'item' | 'character' | 'item or character';

/** "1 item", "2 to 5 items", "at least 1 item"; `argument` is that of `$length`, `unit` what is counted. */
export function lengthInWords(argument: Json, unit: Unit = 'item or character'): string {
  const { min, max } = lengthBounds(argument);
  const count = (n: number): string =>
    `${n} ${n === 1 ? unit : unit.replace(/\w+/g, (word) => (word === 'or' ? word : `${word}s`))}`;
  if (min === max) return count(min);
  if (max === Number.POSITIVE_INFINITY) return `at least ${count(min)}`;
  return min === 0 ? `at most ${count(max)}` : `${min} to ${count(max)}`;
}

/** Least and most of an argument of `$length`. */
export function lengthBounds(argument: Json): { min: number; max: number } {
  if (typeof argument === 'number') return { min: argument, max: argument };
  const bounds = isJsonObject(argument) ? argument : {};
  return {
    min: typeof bounds.min === 'number' ? bounds.min : 0,
    max: typeof bounds.max === 'number' ? bounds.max : Number.POSITIVE_INFINITY,
  };
}

/** "an array", "an empty array", "an array of 2 items". */
export function withLength(name: 'array' | 'text' | 'string', length: Json | undefined, unit: Unit): string {
  if (length !== undefined && lengthBounds(length).max === 0) return `an empty ${name}`;
  const noun = `${name === 'array' ? 'an' : 'a'} ${name}`;
  return length === undefined ? noun : `${noun} of ${lengthInWords(length, unit)}`;
}

/** A length of what may be a list or a text: "empty", "not empty", "at least 2 items or characters". */
export function lengthOfEither(argument: Json): string {
  const { min, max } = lengthBounds(argument);
  if (max === 0) return 'empty';
  return min === 1 && max === Number.POSITIVE_INFINITY ? 'not empty' : lengthInWords(argument);
}
