import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';

export type Options = {
  benches: readonly Bench[];
  /** Null: as many as each bench says itself. */
  rounds: number | null;
  quick: boolean;
  json: boolean;
  /** Rows for the README's table. */
  markdown: boolean;
  profile: boolean;
  help: boolean;
};

export function usageOf(benches: readonly Bench[]): string {
  const width = Math.max(...benches.map(({ name }) => name.length));
  return `npm run bench -- [names] [--rounds N] [--quick] [--json | --markdown]

${benches.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`).join('\n')}

  --rounds N   measure each N times
  --quick      few and short rounds, for development
  --json       print one JSON document
  --markdown   print rows for the table of bench/README.md
  --profile    break an edit into its hops instead

Without a name all of them run, one after the other.
`;
}

/** Throws an Error with a sentence for an option or a bench that is not known. */
export function readOptions(args: string[], known: readonly Bench[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find((name) => !known.some((bench) => bench.name === name));
  if (unknown !== undefined) throw new Error(`There is no bench "${unknown}".`);
  const rounds = values.rounds === undefined ? null : Number(values.rounds);
  if (rounds !== null && (!Number.isInteger(rounds) || rounds < 1)) throw new Error('--rounds takes a number from 1.');
  const { quick, json, markdown, profile, help } = values;
  const benches = known.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  return { benches, rounds, quick, json, markdown, profile, help };
}
