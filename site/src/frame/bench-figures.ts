import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SITE_FOLDER } from '../site-folder.ts';

/** Medians that were measured in one run: milliseconds from an edit to the first right answer, and to ten verdicts. */
export type BenchFigures = { day: string; live: { name: string; ms: number }[]; verdicts: number };

const CONTENDERS = ['routewright', 'bun --watch', 'nodemon + tsx', 'tsx watch', 'node --watch'];

/**
 * The figures that the table of bench/README.md gives, quickest first: the site has none of its own that could differ.
 * @throws when a row is not there any more or says it in another way
 */
export function readBenchFigures(text: string): BenchFigures {
  const day = /\| Target +\| (\d{4}-\d{2}-\d{2})/.exec(text)?.[1];
  if (day === undefined) throw new Error('bench/README.md does not say the day of its figures.');
  const live = CONTENDERS.map((name) => ({ name, ms: median(text, 'edit-to-live', name) }));
  return { day, live: live.sort((a, b) => a.ms - b.ms), verdicts: median(text, 'edit-to-verdicts', 'routewright') };
}

/** The first figure of a row such as `| edit-to-live | tsx watch | | 571.2 / 654.8 ms |`. */
function median(text: string, bench: string, figure: string): number {
  for (const line of text.split('\n')) {
    const [, first, second, , value] = line.split('|').map((cell) => cell.trim());
    const ms = first === bench && second === figure ? /^([\d.]+) \/ [\d.]+ ms$/.exec(value ?? '')?.[1] : undefined;
    if (ms !== undefined) return Number(ms);
  }
  throw new Error(`bench/README.md has no row "${figure}" of "${bench}".`);
}

/** Those of this project. */
export const benchFigures = async () =>
  readBenchFigures(await readFile(join(SITE_FOLDER, '../bench/README.md'), 'utf8'));
