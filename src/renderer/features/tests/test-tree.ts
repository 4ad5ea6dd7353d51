import type { TestResult } from '../../../contract/test-result.ts';

/** A line of the list: the name of a suite, or a test. `depth` from 0; `key` is unique within its file. */
export type TestLine = { key: string; depth: number; name: string; test?: TestResult };
export type TestFile = { path: string; failed: number; lines: TestLine[] };

const BETWEEN = ' › ';

/** The tests by file, in the order in which they ran, with their suites above them. */
export function testTree(tests: readonly TestResult[]): TestFile[] {
  const files = new Map<string, { file: TestFile; open: string[] }>();
  for (const test of tests) {
    const entry = files.get(test.file) ?? { file: { path: test.file, failed: 0, lines: [] }, open: [] };
    files.set(test.file, entry);
    const { lines } = entry.file;
    const parts = test.name.split(BETWEEN);
    const suites = parts.slice(0, -1);
    const shared = suites.findIndex((name, depth) => entry.open[depth] !== name);
    for (let depth = shared === -1 ? suites.length : shared; depth < suites.length; depth += 1)
      lines.push({ key: `${lines.length}`, depth, name: suites[depth] ?? '' });
    entry.open = suites;
    lines.push({ key: `${lines.length}`, depth: suites.length, name: parts.at(-1) ?? test.name, test });
    if (test.status === 'failed') entry.file.failed += 1;
  }
  return [...files.values()].map(({ file }) => file);
}
