import { andList } from './list.ts';

/** "line 3", "lines 3–5 and 9". `lines` ascend, from 1. */
export function linesText(lines: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const line of lines) {
    const last = spans.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else spans.push([line, line]);
  }
  const words = spans.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  return `${lines.length === 1 ? 'line' : 'lines'} ${andList(words)}`;
}
