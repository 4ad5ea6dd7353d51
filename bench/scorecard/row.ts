/** One row of the scorecard: a promise about safety, as a figure with a target. */
export type Row = {
  /** From 1 to 20, the number that docs and commands name it by. */
  number: number;
  figure: string;
  target: string;
  /** `quick`: a shortened run for development. Returns what was measured; throws when it could not be. */
  measure(options: MeasureOptions): Promise<Measured>;
};

/** `note` says on the way how far it is; a later note replaces an earlier one. */
export type MeasureOptions = { quick: boolean; note(text: string): void };

export type Measured = {
  /** `absent`: a part that this needs is not on this machine, or not built yet; `how` says which. */
  status: 'met' | 'missed' | 'absent';
  /** The figure in words, beside its target. */
  measured: string;
  /** What was run, in one sentence. */
  how: string;
  /** Every sample, for `--json`. */
  details?: Record<string, unknown>;
};

/** What a row answers that cannot be measured here. `how` says what it needs. */
export function absent(how: string): Measured {
  return { status: 'absent', measured: '-', how };
}
