import type { Page } from './envelope.ts';
import { ApiError } from './errors.ts';
import type { PageQuery } from './schemas/list.ts';

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

/** One page of a list. `page` counts from 1. */
export function onePage<T>(items: readonly T[], { page, perPage }: PageQuery): { items: T[]; page: Page } {
  const from = (page - 1) * perPage;
  return { items: items.slice(from, from + perPage), page: { number: page, size: perPage, total: items.length } };
}

function compare(a: unknown, b: unknown): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en');
}
