import { test as base, expect } from '@playwright/test';
import { startWorkbench, type WorkbenchServer } from './workbench-server.ts';

type Options = {
  /** The course folder to open; undefined means the bundled course. Set it with `test.use({ course })`. */
  course: string | undefined;
};

type Fixtures = {
  workbench: WorkbenchServer;
  /** Every request that would have left the machine. It was refused, and the test fails for it. */
  foreign: string[];
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
  },

  foreign: [
    async ({ context }, use) => {
      const foreign: string[] = [];
      await context.route(
        (url) => !isLocal(url),
        async (route) => {
          foreign.push(`${route.request().method()} ${route.request().url()}`);
          await route.abort('internetdisconnected');
        },
      );
      // Web sockets and workers are seen here only.
      context.on('request', (request) => {
        if (!isLocal(new URL(request.url()))) foreign.push(`${request.method()} ${request.url()}`);
      });
      await use(foreign);
      expect([...new Set(foreign)], 'requests that left the machine').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

const LOCAL_SCHEMES = ['data:', 'blob:', 'about:', 'devtools:', 'chrome-extension:'];

function isLocal(url: URL): boolean {
  return LOCAL_SCHEMES.includes(url.protocol) || ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}
