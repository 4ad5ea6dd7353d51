import type { ContractReport } from '../../../contract/contract-diff.ts';

/** The report in one line: "Planned 9 · built 3 · drifted 1". What is zero beside planned and built is left out. */
export function tallyText(report: ContractReport): string {
  const parts = [`Planned ${report.planned}`, `built ${report.built}`];
  if (report.drifted > 0) parts.push(`drifted ${report.drifted}`);
  if (report.extra > 0) parts.push(`extra ${report.extra}`);
  return parts.join(' · ');
}
