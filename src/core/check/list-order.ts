import type { Json } from '../../contract/ids.ts';
import { isJsonObject } from '../json/json-type.ts';

/** The first item (or its value of the key `by`) that an earlier one has too; null when all differ. Items without the key do not count. */
export function firstRepeated(items: readonly Json[], by: string | null): { value: Json } | null {
  const seen = new Set<string>();
  for (const value of valuesOf(items, by)) {
    if (value === undefined) continue;
    const text = canonical(value);
    if (seen.has(text)) return { value };
    seen.add(text);
  }
  return null;
}

/**
 * The first two neighbours (or their values of `by`) that are not in order; null when all are. Numbers by size, texts by
 * their characters, the case of letters apart only when either way is not in order; values of other kinds are in no order.
 */
export function firstOutOfOrder(
  items: readonly Json[],
  { by, order }: { by: string | null; order: 'asc' | 'desc' },
): [Json, Json] | null {
  const values = valuesOf(items, by).map((value) => value ?? null);
  const pairs = values.slice(1).map((value, index): [Json, Json] => [values[index] ?? null, value]);
  const isInOrder = ([one, other]: [Json, Json], fold: boolean): boolean => {
    const [low, high] = order === 'asc' ? [one, other] : [other, one];
    if (typeof low === 'number' && typeof high === 'number') return low <= high;
    if (typeof low !== 'string' || typeof high !== 'string') return false;
    return fold ? low.toLowerCase() <= high.toLowerCase() : low <= high;
  };
  if (pairs.every((pair) => isInOrder(pair, true))) return null;
  return pairs.find((pair) => !isInOrder(pair, false)) ?? null;
}

function valuesOf(items: readonly Json[], by: string | null): (Json | undefined)[] {
  if (by === null) return [...items];
  return items.map((item) => (isJsonObject(item) && Object.hasOwn(item, by) ? item[by] : undefined));
}

/** Equal for equal values, whatever the order of their keys. Deep ones are as equal as their upper levels. */
function canonical(value: Json, depth = 0): string {
  if (depth > 50) return '…';
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, depth + 1)).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const pairs = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${pairs.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item, depth + 1)}`).join(',')}}`;
}
