import type { Evidence } from '../../../contract/evidence.ts';

/** One line of "Expected | Received". */
export type ComparedLine = { at: string; label: string; expected: string; actual: string; same: boolean };

/** The lines to set side by side: the status first, even where it agrees, then everything that differs. */
export function comparedLines({ response, mismatches }: Evidence): ComparedLine[] {
  const differing = mismatches.map(({ at, expected, actual }) => ({
    at,
    label: labelOf(at),
    expected,
    actual,
    same: false,
  }));
  if (!response || differing.length === 0 || differing.some(({ at }) => at === 'status')) return differing;
  const status = String(response.status);
  return [{ at: 'status', label: '', expected: status, actual: status, same: true }, ...differing];
}

/** `status` needs no label; `header location` is shown as the header, `body.data.id` as the place in the body. */
function labelOf(at: string): string {
  if (at === 'status') return '';
  return at.replace(/^header /, '').replace(/^body\./, '');
}
