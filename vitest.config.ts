import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that start learner's processes, servers or programs, or that change what belongs to the whole process. */
const ALONE = [
  'src/server/*.test.ts',
  'src/server/{export,sandbox,session,testing}/**/*.test.ts',
  'src/cli/*.test.ts',
  'src/cli/{new-course,verify}/**/*.test.ts',
  'src/main/**/*.test.ts',
  'scripts/**/*.test.ts',
  'bench/**/*.test.ts',
];
/** The others read and compute: they need no process of their own, and what they import is imported once. */
const TOGETHER = ['src/**/*.test.{ts,tsx}', 'site/src/**/*.test.ts'];

export default defineConfig({
  test: {
    environment: 'node',
    // Real processes and files, on machines that may be busy.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    pool: 'forks',
    // Many tests wait for processes that they start: on two cores, one worker would leave one of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      {
        extends: true,
        test: { name: 'together', include: TOGETHER, exclude: ['**/node_modules/**', ...ALONE], isolate: false },
      },
    ],
  },
});
