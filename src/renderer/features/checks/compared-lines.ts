import type { Evidence, Mismatch } from '../../../contract/evidence.ts';

/** One line of "Expected | Received". */
export type ComparedLine = { at: string; label: string; expected: string; actual: string };

/** The lines to set side by side: everything that differs, once for each place and expectation, the status first. */
export function comparedLines({ mismatches }: Evidence): ComparedLine[] {
  const told = mismatches.filter((one, at) => !mismatches.some((other, place) => saysMore(other, place, one, at)));
  const lines = told.map(({ at, expected, actual }) => ({ at, label: labelOf(at), expected, actual }));
  return [...lines.filter(({ at }) => at === 'status'), ...lines.filter(({ at }) => at !== 'status')];
}

/** "an array" says more than "an array or a string" of the same place; of two that say the same the first stays. */
function saysMore(other: Mismatch, place: number, one: Mismatch, at: number): boolean {
  if (place === at || other.at !== one.at || other.actual !== one.actual) return false;
  return other.expected === one.expected ? place < at : one.expected.startsWith(`${other.expected} or `);
}

/** `status` needs no label; `header location` is shown as the header, `body.data.id` as the place in the body. */
function labelOf(at: string): string {
  if (at === 'status') return '';
  return at.replace(/^header /, '').replace(/^body\./, '');
}
