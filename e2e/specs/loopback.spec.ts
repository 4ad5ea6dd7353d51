import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, expect, type Page } from '@playwright/test';
import { startWorkbench, type WorkbenchServer } from '../hosts/workbench-server.ts';

/** A browser for which every name below .test is this machine: what DNS rebinding makes of a foreign name. */
const test = base.extend<{ workbench: WorkbenchServer; site: Site; victim: Page }>({
  launchOptions: async ({ launchOptions }, use) => {
    const rebinding = ['--host-resolver-rules=MAP *.test 127.0.0.1', '--disable-features=LocalNetworkAccessChecks'];
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...rebinding] });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
  workbench: async ({}, use) => {
    const workbench = await startWorkbench();
    await use(workbench);
    await workbench.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
  site: async ({}, use) => {
    const site = await openSite();
    await use(site);
    site.server.closeAllConnections();
    site.server.close();
  },
  victim: async ({ page, workbench }, use) => {
    await page.goto(workbench.url);
    await expect(page.getByRole('main')).toBeVisible();
    await use(page);
  },
});

type Site = { server: Server; port: number; seen: IncomingMessage[] };

/** Another web site, here on another port: it serves an empty page and remembers what it was asked. */
async function openSite(): Promise<Site> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Elsewhere</title><p>Elsewhere</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port, seen };
}

/** What a page can try against `target`, an origin; each says what it got hold of, or null. */
async function attack(page: Page, target: string): Promise<Record<string, string | null>> {
  return page.evaluate(async (target) => {
    const set = `${target}/rpc/settings/set`;
    const body = (how: string) => JSON.stringify({ json: { key: 'attacked', value: how } });
    const read = async (url: string, options: RequestInit) => {
      try {
        const answer = await fetch(url, { credentials: 'include', ...options });
        return answer.ok ? `read ${(await answer.text()).slice(0, 80)}` : null;
      } catch {
        return null;
      }
    };
    const json = { 'content-type': 'application/json' };
    const element = (make: (found: (what: string | null) => void) => void) =>
      new Promise<string | null>((resolve) => {
        make(resolve);
        setTimeout(() => resolve(null), 1_500);
      });
    const load = (tag: 'img' | 'script' | 'link', path: string) =>
      element((found) => {
        const made = document.createElement(tag);
        made.onload = () => found(`loaded ${path}`);
        made.onerror = () => found(null);
        if (made instanceof HTMLLinkElement) Object.assign(made, { rel: 'stylesheet', href: target + path });
        else made.src = target + path;
        document.body.append(made);
      });
    // Answers nothing; whether it wrote is seen in the settings.
    navigator.sendBeacon(set, new Blob([body('beacon')], { type: 'text/plain' }));
    return {
      'read the page': await read(`${target}/`, {}),
      'read by a call': await read(`${target}/rpc/settings/all`, { method: 'POST', headers: json, body: '{}' }),
      'write by a call': await read(set, { method: 'POST', headers: json, body: body('fetch') }),
      'write without asking': await read(set, { method: 'POST', mode: 'no-cors', body: body('no-cors') }),
      'write by PUT': await read(set, { method: 'PUT', headers: json, body: body('put') }),
      'write by a form': await element((found) => {
        const form = Object.assign(document.createElement('form'), { method: 'post', action: set, target: 'sink' });
        form.enctype = 'text/plain';
        const field = Object.assign(document.createElement('input'), { name: body('form').slice(0, -1), value: '}' });
        const sink = Object.assign(document.createElement('iframe'), { name: 'sink' });
        sink.onload = () => found(null);
        form.append(field);
        document.body.append(sink, form);
        form.submit();
      }),
      'open a socket': await element((found) => {
        const socket = new WebSocket(`${target.replace('http', 'ws')}/rpc/session/events`);
        socket.onopen = () => found('opened');
        socket.onmessage = () => found('got a message');
        socket.onerror = () => found(null);
      }),
      'open a stream of events': await element((found) => {
        const source = new EventSource(`${target}/rpc/session/events`, { withCredentials: true });
        source.onopen = () => found('opened');
        source.onerror = () => found(null);
      }),
      'load the page as an image': await load('img', '/'),
      'load the page as a script': await load('script', '/'),
      'load the page as a style': await load('link', '/'),
      'frame the page': await element((found) => {
        const frame = Object.assign(document.createElement('iframe'), { src: `${target}/` });
        frame.onload = () => {
          try {
            const text = frame.contentDocument?.body.textContent ?? '';
            found(
              /Routewright|Checks/.test(text) && !/not signed|another site|not this/.test(text) ? 'framed it' : null,
            );
          } catch {
            found(null);
          }
        };
        document.body.append(frame);
      }),
    };
  }, target);
}

async function settingsOf(victim: Page): Promise<unknown> {
  return victim.evaluate(async () => {
    const key = localStorage.getItem('routewright-key') ?? '';
    const headers = { 'content-type': 'application/json', 'x-routewright-key': key };
    const answer = await fetch('/rpc/settings/all', { method: 'POST', headers, body: '{}' });
    if (!answer.ok) throw new Error(`The page itself may not call: ${answer.status}`);
    return (await answer.json()).json;
  });
}

/** `from`: where the attacking page stands; it may be the workbench's own port under a foreign name. */
const ATTACKERS = [
  { name: 'a foreign site', from: (site: Site) => `http://attacker.test:${site.port}/` },
  { name: 'a page on another port of this host', from: (site: Site) => `http://127.0.0.1:${site.port}/` },
  { name: 'a page on localhost', from: (site: Site) => `http://localhost:${site.port}/` },
];

for (const attacker of ATTACKERS) {
  test(`${attacker.name} can neither read nor change anything`, async ({ victim, workbench, site, context }) => {
    const { origin } = new URL(workbench.url);
    const page = await context.newPage();
    await page.goto(attacker.from(site));
    const got = await attack(page, origin);
    expect(Object.entries(got).filter(([, what]) => what !== null)).toEqual([]);
    expect(await settingsOf(victim)).not.toHaveProperty('attacked');
  });
}

test('a rebound name gets nothing, whatever it tries on its own origin', async ({ victim, workbench, context }) => {
  const { port } = new URL(workbench.url);
  const page = await context.newPage();
  const opened = await page.goto(`http://evil.test:${port}/`);
  expect(opened?.status()).toBe(421);
  expect(await page.content()).not.toContain('<script');
  const got = await attack(page, `http://evil.test:${port}`);
  expect(Object.entries(got).filter(([, what]) => what !== null)).toEqual([]);
  expect(await settingsOf(victim)).not.toHaveProperty('attacked');
});

test('a foreign page that opens the workbench in a window cannot reach into it', async ({
  victim,
  workbench,
  site,
  context,
}) => {
  const { origin } = new URL(workbench.url);
  const page = await context.newPage();
  await page.goto(`http://attacker.test:${site.port}/`);
  const popup = context.waitForEvent('page');
  await page.evaluate((url) => window.open(url), `${origin}/`);
  const other = await popup;
  await other.waitForLoadState();
  await expect(other.getByRole('heading')).toHaveText(/another site/);
  await expect(victim.getByRole('main')).toBeVisible();
});

test("the learner's own pages are not given the workbench's cookie under the address that is shown", async ({
  victim,
  site,
  context,
}) => {
  expect((await context.cookies()).map((cookie) => cookie.name)).toEqual([expect.stringMatching(/^routewright-\d+$/)]);
  const page = await context.newPage();
  await page.goto(`http://localhost:${site.port}/`);
  await page.evaluate(
    (port) => fetch(`http://127.0.0.1:${port}/`, { mode: 'no-cors', credentials: 'include' }),
    site.port,
  );
  expect(site.seen.length).toBeGreaterThanOrEqual(2);
  for (const request of site.seen) expect(request.headers.cookie).toBeUndefined();
  await expect(victim.getByRole('main')).toBeVisible();
});

test('the docs frame can call nothing and nobody else can frame it', async ({ victim, workbench, site, context }) => {
  const { origin } = new URL(workbench.url);
  await victim.getByRole('tab', { name: 'API docs' }).click();
  await expect(victim.locator('iframe')).toBeVisible();
  // The element is there before its page is.
  const docsFrame = () => victim.frames().find((one) => one.url().includes('/docs-frame/'));
  await expect.poll(docsFrame).toBeDefined();
  const reached = await docsFrame()?.evaluate(async (origin) => {
    const call = await fetch(`${origin}/rpc/settings/all`, { method: 'POST' }).then(
      () => 'called',
      () => 'refused',
    );
    let parent = 'refused';
    try {
      parent = window.parent.document.title;
    } catch {
      // Refused, as it should be.
    }
    return { call, parent, origin: self.origin };
  }, origin);
  expect(reached).toEqual({ call: 'refused', parent: 'refused', origin: 'null' });

  const page = await context.newPage();
  await page.goto(`http://attacker.test:${site.port}/`);
  await page.evaluate((url) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
  }, `${origin}/docs-frame/index.html`);
  await expect(page.frameLocator('iframe').locator('script[src$="frame.js"]')).toHaveCount(0);
});
