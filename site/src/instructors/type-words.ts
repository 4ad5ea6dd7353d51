import type { SchemaNode } from './schema-node.ts';

const PLURAL: Record<string, string> = { text: 'texts', 'whole number': 'whole numbers', 'any value': 'values' };

/** What may stand there, in words. Names of values stand between backticks. */
export function typeWords(node: SchemaNode): string {
  if (node.$ref !== undefined) return 'any value';
  if (node.const !== undefined) return code(node.const);
  if (node.enum) return orList(node.enum.map(code));
  const members = node.anyOf ?? node.oneOf;
  if (members) return orList([...new Set(members.map(memberWords))]);
  if (node.type === 'array') return listWords(node.items ?? {});
  if (node.type === 'object') return objectWords(node);
  if (node.type === 'string') return node.rule ?? 'text';
  if (node.type === 'integer') return 'whole number';
  if (node.type === 'number') return 'number';
  if (node.type === 'boolean') return '`true` or `false`';
  return 'any value';
}

/** Its limits, such as `1 to 80 characters`; null for none. */
export function limitWords(node: SchemaNode): string | null {
  if (node.type === 'array') return range(node.minItems, node.maxItems, 'item');
  if (node.type === 'string') return range(node.minLength, node.maxLength, 'character');
  return range(node.minimum, node.maximum, '');
}

function memberWords(node: SchemaNode): string {
  if (node.type !== 'object' || !node.properties) return typeWords(node);
  return `an object with ${andList(Object.keys(node.properties).map(code))}`;
}

function listWords(item: SchemaNode): string {
  if (item.type === 'object' || item.oneOf) return 'list of objects';
  const words = typeWords(item);
  if (item.enum) return `list of ${words}`;
  const [, noun, more = ''] = /^an? (id|name|relative path)\b(.*)$/.exec(words) ?? [];
  return `list of ${noun ? `${noun}s${more}` : (PLURAL[words] ?? `items, each ${words}`)}`;
}

function objectWords(node: SchemaNode): string {
  if (typeof node.additionalProperties !== 'object') return 'object';
  const entry = node.additionalProperties;
  return `map from name to ${entry.properties ? 'object' : typeWords(entry)}`;
}

function range(least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, unit: string): string | null {
  const low = least > Number.MIN_SAFE_INTEGER && !(unit !== '' && least === 0);
  const high = most < Number.MAX_SAFE_INTEGER;
  const of = (count: number) => (unit === '' ? '' : ` ${unit}${count === 1 ? '' : 's'}`);
  if (low && high) return `${count(least)} to ${count(most)}${of(most)}`;
  if (low) return unit === '' ? `${count(least)} or more` : `at least ${count(least)}${of(least)}`;
  return high ? `at most ${count(most)}${of(most)}` : null;
}

const count = (value: number): string => value.toLocaleString('en');
const code = (value: unknown): string => `\`${String(value)}\``;

function orList(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function andList(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
