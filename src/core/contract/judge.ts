import type { Check } from '../../contract/check.ts';
import type { ContractReport, ContractRow } from '../../contract/contract-diff.ts';
import type { Mismatch } from '../../contract/evidence.ts';
import { shapeOf } from './path-shape.ts';

type Whole = Extract<Check, { kind: 'contract' }>;
export type ContractCheck = Pick<Whole, 'operations' | 'extra'> & Partial<Pick<Whole, 'fields'>>;

/** What of a contract check does not hold for a report. */
export function judgeContract(check: ContractCheck, report: ContractReport): Mismatch[] {
  const inScope = check.operations
    ? check.operations.flatMap((wanted) => judgeNamed(wanted, report, check.fields))
    : judgeWholePlan(report, check.fields);
  const extra = check.extra === 'refused' ? report.rows.filter((row) => row.state === 'extra') : [];
  return [...inScope, ...extra.map((row) => mismatch(row, 'only planned operations', 'built, but not in the plan'))];
}

function judgeWholePlan(report: ContractReport, fields = false): Mismatch[] {
  if (report.planned === 0) return [{ at: 'plan', expected: 'at least one operation', actual: 'none' }];
  return report.rows.flatMap((row) => judgeRow(row, fields));
}

function judgeNamed(wanted: { method: string; path: string }, report: ContractReport, fields = false): Mismatch[] {
  const row = report.rows.find((one) => one.method === wanted.method && shapeOf(one.path) === shapeOf(wanted.path));
  if (!row) return [mismatch(wanted, 'planned and built', 'neither planned nor built')];
  if (row.state === 'extra') return [mismatch(row, 'in the plan', 'built, but not in the plan')];
  return judgeRow(row, fields);
}

function judgeRow(row: ContractRow, fields: boolean): Mismatch[] {
  if (row.state === 'planned') return [mismatch(row, 'built as planned', 'not built yet')];
  const drift = [...row.drift, ...(fields ? fieldDrift(row) : [])];
  return drift.length === 0 ? [] : [mismatch(row, 'built as planned', drift.join('; '))];
}

/** What of the fields of a row is not as planned, in short texts. */
export function fieldDrift(row: Pick<ContractRow, 'fields'>): string[] {
  return row.fields
    .filter((field) => field.drift !== '')
    .map(({ where, name, drift }) => `${name} in the ${where === 'request' ? 'request' : 'answer'} ${drift}`);
}

function mismatch(row: { method: string; path: string }, expected: string, actual: string): Mismatch {
  return { at: `${row.method} ${row.path}`, expected, actual };
}
