import { defineConfig } from 'vitest/config';

/** `npm run test:durability`; DURABILITY=short is the form that `npm test` runs, DURABILITY_SEED repeats a run. */
export default defineConfig({
  test: {
    environment: 'node',
    dir: import.meta.dirname,
    include: ['**/*.test.ts'],
    // Hundreds of kills and restarts.
    testTimeout: 60 * 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Each keeps several processes busy.
    maxWorkers: 2,
  },
});
