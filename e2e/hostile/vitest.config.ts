import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['e2e/hostile/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // One server at a time: what is measured is how long it is held up.
    maxWorkers: 1,
    fileParallelism: false,
  },
});
