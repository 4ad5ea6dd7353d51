import type { Measured, Row } from './row.ts';

/** A row with what came of it. */
export type Outcome = Measured & Pick<Row, 'number' | 'figure' | 'target'> & { seconds: number };

const MARK: Record<Measured['status'], string> = { met: 'met', missed: 'MISSED', absent: 'absent' };

/** One row as text of a few lines. */
export function rowText(outcome: Outcome): string {
  const { number, figure, target, measured, how, status, seconds } = outcome;
  const head = `${String(number).padStart(2)}  ${MARK[status].padEnd(6)}  ${figure}`;
  const indent = ' '.repeat(12);
  return [
    head,
    `${indent}target    ${target}`,
    `${indent}measured  ${measured}`,
    `${indent}how       ${how} (${seconds} s)`,
  ].join('\n');
}

/** How many rows were met, missed and absent, as one line. */
export function countText(outcomes: readonly Outcome[]): string {
  const count = (status: Measured['status']) => outcomes.filter((outcome) => outcome.status === status).length;
  return `${count('met')} met, ${count('missed')} missed, ${count('absent')} absent, of ${outcomes.length}`;
}
