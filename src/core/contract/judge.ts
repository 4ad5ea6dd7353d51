import type { Check } from '../../contract/check.ts';
import type { ContractReport, ContractRow } from '../../contract/contract-diff.ts';
import type { Mismatch } from '../../contract/evidence.ts';
import { shapeOf } from './path-shape.ts';

export type ContractCheck = Pick<Extract<Check, { kind: 'contract' }>, 'operations' | 'extra'>;

/** What of a contract check does not hold for a report. */
export function judgeContract(check: ContractCheck, report: ContractReport): Mismatch[] {
  const inScope = check.operations
    ? check.operations.flatMap((wanted) => judgeNamed(wanted, report))
    : judgeWholePlan(report);
  const extra = check.extra === 'refused' ? report.rows.filter((row) => row.state === 'extra') : [];
  return [...inScope, ...extra.map((row) => mismatch(row, 'only planned operations', 'built, but not in the plan'))];
}

function judgeWholePlan(report: ContractReport): Mismatch[] {
  if (report.planned === 0) return [{ at: 'plan', expected: 'at least one operation', actual: 'none' }];
  return report.rows.flatMap(judgeRow);
}

function judgeNamed(wanted: { method: string; path: string }, report: ContractReport): Mismatch[] {
  const row = report.rows.find((one) => one.method === wanted.method && shapeOf(one.path) === shapeOf(wanted.path));
  if (!row) return [mismatch(wanted, 'planned and built', 'neither planned nor built')];
  if (row.state === 'extra') return [mismatch(row, 'in the plan', 'built, but not in the plan')];
  return judgeRow(row);
}

function judgeRow(row: ContractRow): Mismatch[] {
  if (row.state === 'planned') return [mismatch(row, 'built as planned', 'not built yet')];
  if (row.state === 'drifted') return [mismatch(row, 'built as planned', row.drift.join('; '))];
  return [];
}

function mismatch(row: { method: string; path: string }, expected: string, actual: string): Mismatch {
  return { at: `${row.method} ${row.path}`, expected, actual };
}
