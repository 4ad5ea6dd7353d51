import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/setup/chromium.mjs';

export default defineConfig({
  testDir: 'e2e/specs',
  outputDir: 'test-results/e2e',
  // Each page keeps both cores busy: two at a time save a seventh of the time, and what they wait for comes late.
  workers: 1,
  // A trace costs as much as the test itself, so only what failed is run again with one. It stays failed, whatever comes.
  retries: 1,
  failOnFlakyTests: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: { trace: 'on-first-retry', screenshot: 'only-on-failure', viewport: { width: 1440, height: 900 } },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: {
          executablePath: findChromium() ?? undefined,
          // Quiet: nothing of the browser's own goes to the network; no sandbox, since tests may run as root.
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            // It would ask its maker what the fields of a form mean.
            '--autofill-server-url=http://127.0.0.1:9/',
          ],
        },
      },
    },
  ],
});
