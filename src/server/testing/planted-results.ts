import type { PlantedFile, PlantedResult } from '../../contract/learner-tests.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import type { TestResult } from '../../contract/test-result.ts';

/** A bug of the lesson: the solution with it in. */
export type PlantedBug = { id: string; file: PlantedFile; files: WorkspaceFile[] };

/** What became of one program. `broken`: it ended its process, or its tests could not be run; with the test that did it. */
export type Ran = { results: ReadonlyMap<string, TestResult>; through: boolean; broken?: { test: string | null } };

/** How many names are shown. */
const MOST_NAMES = 10;

/**
 * Whether the tests noticed a bug: some test that holds on the right program fails on this one, or the bug keeps the tests
 * from ending. A test that fails on right code, too, notices nothing.
 */
export function plantedResult(bug: PlantedBug, diff: string, ran: Ran, right: Ran): PlantedResult {
  const base = { id: bug.id, title: bug.file.title, diff };
  if (!ran.through && !ran.broken) return { ...base, status: 'waiting', by: [] };
  const failed = [...ran.results].filter(
    ([key, { status, name, file }]) =>
      // A file whose tests cannot be read stands as one test that is there only when it fails.
      status === 'failed' && (right.results.get(key)?.status ?? (name === file ? 'passed' : undefined)) === 'passed',
  );
  const names = failed.map(([, { name }]) => name);
  const last = ran.broken?.test;
  const by = last === null || last === undefined || names.includes(last) ? names : [...names, last];
  // Where the right program breaks as well it is the tests that do it.
  if (by.length > 0 || (ran.broken && !right.broken)) return { ...base, status: 'caught', by: by.slice(0, MOST_NAMES) };
  return { ...base, status: 'survived', by: [], teaches: bug.file.teaches };
}
