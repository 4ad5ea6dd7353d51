import { diffLines, structuredPatch } from 'diff';

/** Lines from 1. */
export type Stretch = { from: number; to: number };

/** Lines of a text that were taken away and put in, one after the other, with those around them. */
export type Hunk = { code: string; removed: number[]; added: number[] };

/** The lines of `before` that are not in `after`, and those of `after` that are not in `before`. */
export function changedLines(before: string, after: string): { removed: number[]; added: number[] } {
  const removed: number[] = [];
  const added: number[] = [];
  let [old, now] = [1, 1];
  for (const change of diffLines(before, after, { ignoreNewlineAtEof: true })) {
    const lines = Array.from({ length: change.count });
    if (change.removed) for (const _ of lines) removed.push(old++);
    else if (change.added) for (const _ of lines) added.push(now++);
    else [old, now] = [old + change.count, now + change.count];
  }
  return { removed, added };
}

/** The places where two texts differ, each with `context` lines before and after it. */
export function hunks(before: string, after: string, context: number): Hunk[] {
  const patch = structuredPatch('', '', before, after, '', '', { context });
  return patch.hunks.map(({ lines }) => {
    const inTexts = lines.filter((line) => !line.startsWith('\\'));
    // The highlighter leaves out blank lines at the start, and every number after them would be wrong.
    const shown = inTexts.slice(inTexts.findIndex((line) => line.slice(1).trim() !== ''));
    const at = (sign: string) => shown.flatMap((line, index) => (line.startsWith(sign) ? [index + 1] : []));
    return { code: shown.map((line) => line.slice(1)).join('\n'), removed: at('-'), added: at('+') };
  });
}

/** Fewer lines than this are not worth a click. */
const WORTH_FOLDING = 10;

/** The stretches of a text of `count` lines that are further than `context` lines from every marked one. */
export function unmarked(count: number, marked: readonly number[], context: number): Stretch[] {
  const edges = [1 - context - 1, ...marked, count + context + 1].toSorted((a, b) => a - b);
  return edges.flatMap((edge, index) => {
    const next = edges[index + 1];
    if (next === undefined) return [];
    const stretch = { from: edge + context + 1, to: next - context - 1 };
    return stretch.to - stretch.from + 1 >= WORTH_FOLDING ? [stretch] : [];
  });
}
