import type { TestRun } from '../../contract/learner-tests.ts';

/** While a newer run has come to no end yet, what it does not know of is as it was: the list must not jump with each key. */
export function keepTests(old: TestRun, next: TestRun): TestRun {
  if (next.status !== 'running') return next;
  const key = ({ file, name }: TestRun['tests'][number]) => `${file}\0${name}`;
  const known = new Map(next.tests.map((test) => [key(test), test]));
  const before = new Set(old.tests.map(key));
  return {
    ...next,
    tests: [
      ...old.tests.map((test) => known.get(key(test)) ?? test),
      ...next.tests.filter((test) => !before.has(key(test))),
    ],
    planted: next.planted.map((bug) =>
      bug.status === 'waiting' ? (old.planted.find(({ id }) => id === bug.id) ?? bug) : bug,
    ),
    coverage: next.coverage.length > 0 ? next.coverage : old.coverage,
    rejects: old.rejects ?? [],
  };
}
