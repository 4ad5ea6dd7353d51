import type { Profiler } from 'node:inspector';
import { LIMITS } from '../../../contract/limits.ts';
import type { CountedRanges } from '../../../contract/test-result.ts';
import { workspacePath } from '../workspace.ts';

/** More than this in one file, and the rest stays as the function around it. */
const MOST_RANGES = 2_000;

/** What was counted in files of the workspace other than `tests`. A range stands behind those that hold it. */
export function countedRanges(scripts: readonly Profiler.ScriptCoverage[], tests: readonly string[]): CountedRanges[] {
  const counted = scripts.flatMap(({ url, functions }): CountedRanges[] => {
    const path = workspacePath(url);
    if (path === undefined || tests.includes(path)) return [];
    const ranges = functions.flatMap((one) =>
      one.ranges.map(({ startOffset, endOffset, count }): [number, number, number] => [startOffset, endOffset, count]),
    );
    return [{ path, ranges: ranges.slice(0, MOST_RANGES) }];
  });
  return counted.slice(0, LIMITS.workspaceFiles);
}
