import { structuredPatch } from 'diff';
import type { WorkspaceFile } from '../../contract/session.ts';

const CONTEXT_LINES = 2;
const MOST_CHARS = 8_000;

/** The lines in which a program differs from the right one, as a unified diff with a header for each file. */
export function plantedDiff(right: readonly WorkspaceFile[], planted: readonly WorkspaceFile[]): string {
  const before = new Map(right.map(({ path, text }) => [path, text]));
  const after = new Map(planted.map(({ path, text }) => [path, text]));
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  const parts = paths
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => fileDiff(path, before.get(path) ?? '', after.get(path) ?? ''));
  const diff = parts.join('\n');
  return diff.length > MOST_CHARS ? `${diff.slice(0, MOST_CHARS - 1)}…` : diff;
}

function fileDiff(path: string, before: string, after: string): string {
  const { hunks } = structuredPatch(path, path, before, after, '', '', { context: CONTEXT_LINES });
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: own }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...own.filter((line) => !line.startsWith('\\')),
  ]);
  return [`--- ${path}`, `+++ ${path}`, ...lines].join('\n');
}
