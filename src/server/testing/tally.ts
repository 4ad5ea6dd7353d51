import { LIMITS } from '../../contract/limits.ts';
import type { TestResult } from '../../contract/test-result.ts';

/** The results of one program. A program may have to be run again without a test that hangs; then they replace the old ones. */
export type Tally = {
  add(result: TestResult): void;
  /** A new attempt begins. */
  again(): void;
  /** In the order of the first attempt; at most `LIMITS.tests`. */
  all(): TestResult[];
  /** What `all` names by: tests of one name count as several. */
  byKey(): ReadonlyMap<string, TestResult>;
};

export function tallyResults(): Tally {
  const results = new Map<string, TestResult>();
  let times = new Map<string, number>();
  return {
    add(result) {
      const name = `${result.file}\0${result.name}`;
      const nth = (times.get(name) ?? 0) + 1;
      times.set(name, nth);
      const key = `${name}\0${nth}`;
      if (results.has(key) || results.size < LIMITS.tests) results.set(key, result);
    },
    again() {
      times = new Map();
    },
    all: () => [...results.values()],
    byKey: () => results,
  };
}
