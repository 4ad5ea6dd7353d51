import { machine } from '../machine.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import type { Measured, Row } from './row.ts';
import { ROWS } from './rows.ts';
import { countText, type Outcome, rowText } from './table.ts';

function options(): Options {
  try {
    return readOptions(
      process.argv.slice(2),
      ROWS.map((row) => row.number),
    );
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    process.exit(1);
  }
}

const { rows, quick, json, help } = options();
if (help) {
  process.stdout.write(USAGE);
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** What could not be measured is missed: a promise that nobody can show is not kept. */
async function outcomeOf(row: Row): Promise<Outcome> {
  const start = performance.now();
  const measured = await row.measure({ quick, note: (text) => note(row, text) }).catch((error: unknown): Measured => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { status: 'missed', measured: 'could not be measured', how: detail };
  });
  const { number, figure, target } = row;
  return { number, figure, target, ...measured, seconds: Math.round((performance.now() - start) / 1_000) };
}

function note(row: Row, text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${row.number}: ${text}`);
}

const before = await machine();
const outcomes: Outcome[] = [];
for (const row of ROWS) {
  if (rows && !rows.includes(row.number)) continue;
  note(row, row.figure);
  const outcome = await outcomeOf(row);
  outcomes.push(outcome);
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  if (!json) process.stdout.write(`${rowText(outcome)}\n`);
}
const text = json
  ? JSON.stringify({ scorecard: outcomes, at: new Date().toISOString(), quick, machine: before }, null, 2)
  : `${countText(outcomes)}${quick ? ' (quick: figures do not count)' : ''}`;
const code = outcomes.some((outcome) => outcome.status === 'missed') ? 1 : 0;
// What a row left open must not keep the command; what was written must be out before it ends.
process.stdout.write(`${text}\n`, () => process.exit(code));
