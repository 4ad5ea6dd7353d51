import type { Evidence } from '../../../contract/evidence.ts';

/** One line of "Expected | Received". */
export type ComparedLine = { at: string; label: string; expected: string; actual: string };

/** The lines to set side by side: everything that differs, the status first. */
export function comparedLines({ mismatches }: Evidence): ComparedLine[] {
  const lines = mismatches.map(({ at, expected, actual }) => ({ at, label: labelOf(at), expected, actual }));
  return [...lines.filter(({ at }) => at === 'status'), ...lines.filter(({ at }) => at !== 'status')];
}

/** `status` needs no label; `header location` is shown as the header, `body.data.id` as the place in the body. */
function labelOf(at: string): string {
  if (at === 'status') return '';
  return at.replace(/^header /, '').replace(/^body\./, '');
}
