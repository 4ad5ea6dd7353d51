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

function compare(a: unknown, b: unknown): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : Number(String(a) > String(b));
}
