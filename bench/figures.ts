/** What is told of a series of durations, in ms with one decimal. */
export type Figures = { n: number; p50: number; p95: number; min: number; max: number; samples: number[] };

export function figuresOf(samples: readonly number[]): Figures {
  const sorted = [...samples].sort((a, b) => a - b).map((ms) => Math.round(ms * 10) / 10);
  return {
    n: sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    min: percentile(sorted, 0),
    max: percentile(sorted, 1),
    samples: samples.map((ms) => Math.round(ms * 10) / 10),
  };
}

/** Nearest rank: the smallest value that at least `share` of all do not exceed. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
