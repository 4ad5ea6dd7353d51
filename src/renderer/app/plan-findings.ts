import type { Finding } from '../../core/plan/finding.ts';
import { lintPlan } from '../../core/plan/lint.ts';

let last: { text: string; findings: Finding[] } = { text: '', findings: [] };

/** The advice about a plan; for the same text the same array. */
export function findingsOf(text: string): Finding[] {
  if (last.text !== text) last = { text, findings: lintPlan(text) };
  return last.findings;
}
