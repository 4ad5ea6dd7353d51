import type { Figures } from './figures.ts';

/** One benchmark of `npm run bench`. */
export type Bench = {
  /** As it is named on the command line. */
  name: string;
  /** What it measures, in one line. */
  about: string;
  /** How often it measures when nothing else is said. */
  rounds: { full: number; quick: number };
  measure(options: BenchOptions): Promise<BenchResult>;
};

/** `quick`: for development, figures do not count. `note`: how far it is. */
export type BenchOptions = { rounds: number; quick: boolean; note(text: string): void };

export type BenchResult = {
  /** Each contender's durations in ms, the workbench first, all of one run. */
  series: Record<string, Figures>;
  judged: Judged[];
  /** What else was seen, for whoever wants to know why. */
  details?: Record<string, unknown>;
  versions?: Record<string, string>;
};

/** A figure and what it should be. `absent`: it could not be measured here, and `measured` says why. */
export type Judged = { figure: string; target: string; measured: string; status: 'met' | 'missed' | 'absent' };

type Unit = 'ms' | 'MB' | 'KB' | 'times' | 'lost' | 'processes';

/** `value` must not be more than `limit`. */
export function atMost(figure: string, value: number, limit: number, unit: Unit): Judged {
  return judged(figure, value, `<= ${limit} ${unit}`, unit, value <= limit);
}

/** `value` must not be less than `limit`. */
export function atLeast(figure: string, value: number, limit: number, unit: Unit): Judged {
  return judged(figure, value, `>= ${limit} ${unit}`, unit, value >= limit);
}

export function absent(figure: string, target: string, why: string): Judged {
  return { figure, target, measured: why, status: 'absent' };
}

function judged(figure: string, value: number, target: string, unit: Unit, met: boolean): Judged {
  return { figure, target, measured: `${Math.round(value * 100) / 100} ${unit}`, status: met ? 'met' : 'missed' };
}
