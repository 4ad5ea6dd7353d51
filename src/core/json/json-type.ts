import type { Json } from '../../contract/ids.ts';
import { orList } from '../wording/list.ts';

export type JsonObject = { [key: string]: Json };

/** Whether a value is a JSON object: not null, not an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The type of a value in words: "a string", "an array", "null". */
export function typeName(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  return `a ${typeof value}`;
}

/** Whether two JSON values are equal; the order of keys does not matter. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((item, i) => sameJson(item, other[i]));
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameJson(one[key], other[key]))
  );
}

/** A type that a check or a schema asks for, in words: "an integer", "a string or null". */
export function typeInWords(type: Json): string {
  if (Array.isArray(type)) return orList(type.map(typeInWords));
  if (type === 'date-time') return 'a date and time such as "2026-11-23T09:30:00Z"';
  if (type === 'null') return 'null';
  return `${type === 'integer' || type === 'array' || type === 'object' ? 'an' : 'a'} ${String(type)}`;
}
