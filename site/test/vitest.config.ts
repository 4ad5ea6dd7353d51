import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/host/built-site.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    pool: 'forks',
    // What is measured here is measured alone.
    maxWorkers: 1,
    fileParallelism: false,
    // Tests of one file that measure no time say that they can run side by side: so many of them do.
    maxConcurrency: 2,
  },
});
