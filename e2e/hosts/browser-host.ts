import { test as base, expect } from '@playwright/test';
import { type DeadEnd, openDeadEnd } from './dead-end.ts';
import { startWorkbench, type WorkbenchServer } from './workbench-server.ts';

type Options = {
  /** The course folder to open; undefined means the bundled course. Set it with `test.use({ course })`. */
  course: string | undefined;
};

type Fixtures = {
  workbench: WorkbenchServer;
  deadEnd: DeadEnd;
  /** Requests that would have left the machine. They were refused, and the test fails for each that it leaves in here. */
  foreign: Set<string>;
  /** What the page throws or logs as an error. The test that asks for it fails for each that it leaves in here. */
  pageErrors: string[];
};

/** Tests against a real server in Chromium, with the network cut: only loopback is reachable. */
export const test = base.extend<Options & Fixtures>({
  course: [undefined, { option: true }],

  workbench: async ({ course }, use, info) => {
    const workbench = await startWorkbench(course === undefined ? {} : { course });
    await use(workbench);
    if (info.status !== info.expectedStatus && workbench.errors() !== '') {
      await info.attach('server-errors', { body: workbench.errors(), contentType: 'text/plain' });
    }
    await workbench.stop();
    expect(workbench.errors(), 'the server itself').not.toContain('Left the machine');
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from this pattern
  deadEnd: async ({}, use) => {
    const deadEnd = await openDeadEnd();
    await use(deadEnd);
    await deadEnd.close();
  },

  proxy: async ({ deadEnd }, use) => {
    await use(deadEnd.proxy);
  },

  foreign: [
    async ({ context, deadEnd }, use) => {
      const foreign = deadEnd.wanted;
      // The dead end sees that TLS was wanted, not for which page; the browser knows.
      context.on('request', (request) => {
        if (!isLocal(new URL(request.url()))) foreign.add(`${request.method()} ${request.url()}`);
      });
      await use(foreign);
      expect([...foreign], 'requests that left the machine').toEqual([]);
    },
    { auto: true },
  ],

  pageErrors: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await use(errors);
    expect(errors, 'errors in the page').toEqual([]);
  },
});

export { expect };

const LOCAL_SCHEMES = ['data:', 'blob:', 'about:', 'devtools:', 'chrome-extension:'];

function isLocal(url: URL): boolean {
  return LOCAL_SCHEMES.includes(url.protocol) || ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}
