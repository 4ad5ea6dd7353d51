/** "a", "a or b", "a, b or c". */
export function orList(items: readonly (string | number)[]): string {
  return joinWith(items, 'or');
}

/** "a", "a and b", "a, b and c". */
export function andList(items: readonly (string | number)[]): string {
  return joinWith(items, 'and');
}

function joinWith(items: readonly (string | number)[], word: string): string {
  if (items.length < 2) return String(items[0] ?? 'nothing');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
