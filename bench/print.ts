import type { Bench, BenchResult } from './bench.ts';
import type { ProfiledHop } from './profile/profile.ts';

/** A bench's result for a person. */
export function resultText(bench: Bench, { series, judged }: BenchResult): string {
  const names = [...Object.keys(series), ...judged.map(({ figure }) => figure)];
  const width = Math.max(...names.map((name) => name.length));
  const lines = Object.entries(series).map(
    ([name, { n, p50, p95, min, max }]) =>
      `  ${name.padEnd(width)}  p50 ${p50} ms, p95 ${p95} ms (${min} to ${max}, ${n} times)`,
  );
  const verdicts = judged.map(
    ({ figure, target, measured, status }) => `  ${figure.padEnd(width)}  ${status}: ${measured} (${target})`,
  );
  return `${bench.name}: ${bench.about}\n${[...lines, ...verdicts].join('\n')}\n\n`;
}

/** The hops of an edit, one a line: since the edit was sent, since the hop before it, and how long that took at p95. */
export function hopsText(hops: readonly ProfiledHop[]): string {
  const ms = (value: number) => value.toFixed(1).padStart(7);
  const lines = hops.map(({ hop, at, took, tookP95 }) => `${ms(at)} ${ms(took)} ${ms(tookP95)}  ${hop}`);
  return ['  since    took     p95  (ms)', ...lines, ''].join('\n');
}

/** Rows for the table of README.md: what was judged, and the medians of all that ran beside it. */
export function markdownRows(bench: Bench, { series, judged }: BenchResult): string {
  const rows = judged.map(({ figure, target, measured, status }) => [
    bench.name,
    figure,
    target,
    `${measured}, ${status}`,
  ]);
  const medians = Object.entries(series).map(([name, { p50, p95 }]) => [bench.name, name, '', `${p50} / ${p95} ms`]);
  return [...rows, ...medians].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
