import type { Terms } from '../../app/glossary.ts';

/**
 * Ids of the terms that have every word that was typed: those whose name begins with it first, then those whose name has
 * it, then those whose text does; each group in the order of the names.
 */
export function findTerms(terms: Terms, typed: string): string[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const ranked = Object.entries(terms).flatMap(([id, { term, text }]) => {
    const name = `${term} ${id}`.toLowerCase();
    const whole = `${name} ${text.toLowerCase()}`;
    if (!words.every((word) => whole.includes(word))) return [];
    const rank = name.startsWith(words.join(' ')) ? 0 : words.every((word) => name.includes(word)) ? 1 : 2;
    return [{ id, term, rank }];
  });
  const inOrder = ranked.toSorted((one, other) => one.rank - other.rank || one.term.localeCompare(other.term));
  return inOrder.map(({ id }) => id);
}
