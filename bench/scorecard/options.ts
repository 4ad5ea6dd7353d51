import { parseArgs } from 'node:util';

export type Options = { rows: readonly number[] | undefined; quick: boolean; json: boolean; help: boolean };

export const USAGE = `npm run scorecard -- [--rows 4,13] [--quick] [--json]

  --rows 4,13   only these rows (default: all)
  --quick       shortened runs, for development: the figures do not count
  --json        print one JSON document with every sample
`;

/** Reads the command line. Throws with a sentence when something in it is not known. `known`: the rows there are. */
export function readOptions(args: readonly string[], known: readonly number[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string' },
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const rows = values.rows?.split(',').map(Number);
  const unknown = rows?.filter((number) => !known.includes(number)) ?? [];
  if (unknown.length > 0) throw new Error(`There is no such row in --rows ${values.rows}.`);
  return { rows, quick: values.quick, json: values.json, help: values.help };
}
