import type { Page } from './envelope.ts';
import { ApiError } from './errors.ts';

/** Sorts by a field, or backwards with a minus in front: `title`, `-year`. What has no value comes last. */
export function sorted<T>(items: readonly T[], sort: string | undefined, fields: readonly (keyof T & string)[]): T[] {
  if (sort === undefined) return [...items];
  const field = fields.find((one) => sort === one || sort === `-${one}`);
  if (!field) throw new ApiError(400, `Sort by ${fields.join(', ')}, with a minus for backwards.`);
  const direction = sort === field ? 1 : -1;
  return items.toSorted((a, b) => {
    const [x, y] = [a[field], b[field]];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return compare(x, y) * direction;
  });
}

/** One page of a list. `page` counts from 1; `perPage` is 20 unless asked for, and at most 100. */
export function onePage<T>(
  items: readonly T[],
  query: { page?: string; perPage?: string },
): { items: T[]; page: Page } {
  const number = whole(query.page ?? '1', 'page', Number.MAX_SAFE_INTEGER);
  const size = whole(query.perPage ?? '20', 'perPage', 100);
  const from = (number - 1) * size;
  return { items: items.slice(from, from + size), page: { number, size, total: items.length } };
}

function whole(text: string, name: string, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > most)
    throw new ApiError(400, `${name} is a number from 1 to ${most}.`);
  return value;
}

function compare(a: unknown, b: unknown): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en');
}
