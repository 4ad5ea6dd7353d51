import type { Mismatch } from '../../contract/evidence.ts';
import { cut } from '../wording/cut.ts';

/**
 * One short line for the first mismatch: "500, expected 400 or 422", "location missing",
 * "body.data.id: a string: "7", expected an integer". Empty without mismatches; "(and 2 more)" with more.
 */
export function reasonOf(mismatches: readonly Mismatch[]): string {
  const first = mismatches[0];
  if (!first) return '';
  const more = mismatches.length > 1 ? ` (and ${mismatches.length - 1} more)` : '';
  return lineOf(first) + more;
}

function lineOf({ at, expected, actual }: Mismatch): string {
  const place = at.replace(/^header /, '');
  const wanted = cut(expected, 80);
  if (at === 'status') return `${cut(actual, 40)}, expected ${wanted}`;
  if (actual === 'nothing' || actual === 'missing') return `${place} missing`;
  return `${place}: ${cut(actual, 60)}, expected ${wanted}`;
}
