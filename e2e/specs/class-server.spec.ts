import { readFile } from 'node:fs/promises';
import { type BrowserContext, test as base, expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { CLASS_HOST, type ClassServer, startClass } from '../hosts/class-server.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

const test = base.extend<{ course: ClassServer; wanted: Set<string> }>({
  launchOptions: async ({ launchOptions }, use) => {
    await use({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${CLASS_HOST} 127.0.0.1`],
    });
  },
  ignoreHTTPSErrors: true,
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
  course: async ({}, use) => {
    const course = await startClass(['alice', 'bob'], { lesson: 'first-route' });
    await use(course);
    await course.stop();
  },
  wanted: async ({ context }, use) => {
    await use(hostsOf(context));
  },
});

/** The hosts that the pages of a browser ask for something. */
function hostsOf(context: BrowserContext): Set<string> {
  const wanted = new Set<string>();
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^http/.test(protocol)) wanted.add(hostname);
  });
  return wanted;
}

test('a learner works below a path of a class server: edit, checks, docs, requests, export', async ({
  page,
  course,
  wanted,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const bench = new WorkbenchPage(page);
  await bench.open(course.learners.alice?.url ?? '');
  await expect(page).toHaveURL(`${course.origin}/alice/`);
  await bench.expectLesson('The first route');
  await expect(bench.state).toContainText('Live');

  await bench.clickBehind('const app = Fastify();');
  await page.keyboard.press('Enter');
  await page.keyboard.type("app.get('/api/v1/books', async () => books);");
  await expect(bench.results.getByText('3 of 3 hold')).toBeVisible();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  await bench.showResult('API docs');
  await expect(bench.docs.getByText('/api/v1/books').first()).toBeVisible({ timeout: 30_000 });

  await bench.showResult('Requests');
  await bench.results.getByRole('textbox', { name: 'Path' }).fill('/api/v1/books');
  await bench.results.getByRole('button', { name: 'Send' }).click();
  await expect(bench.results.getByText('Middlemarch').first()).toBeVisible();

  const downloads = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export project' }).click();
  const files = unzipSync(await readFile(await (await downloads).path()));
  expect(Object.keys(files).some((path) => path.endsWith('src/app.ts'))).toBe(true);

  await page.reload();
  await bench.expectLesson('The first route');
  await bench.showResult('Checks');
  await expect(bench.results.getByText('3 of 3 hold')).toBeVisible();
  expect([...wanted]).toEqual([CLASS_HOST]);
  expect(course.passedOn.every(({ path }) => path.startsWith('/alice/'))).toBe(true);
  expect(errors).toEqual([]);
});

test('what only a browser on the same machine can open is said, and not asked for', async ({
  page,
  course,
  wanted,
}) => {
  const bench = new WorkbenchPage(page);
  await bench.open(`${course.learners.alice?.url}`.replace('first-route', 'cors'));
  await bench.expectLesson('Pages from elsewhere');
  await bench.showResult('Attack');
  await expect(bench.results.getByText('Its sign-in page can be opened on the machine')).toBeVisible();
  await expect(bench.results.getByText('can be opened on the machine of the workbench only')).toHaveCount(2);
  await expect(bench.results.locator('iframe[src^="http:"]')).toHaveCount(0);
  await expect(bench.state).toContainText('Live');
  await expect(page.getByRole('button', { name: /^Copy the address/ })).toHaveCount(0);
  expect([...wanted]).toEqual([CLASS_HOST]);
});

test('one learner cannot open or call the workbench of another', async ({ page, course, browser }) => {
  const { alice, bob } = course.learners;
  await new WorkbenchPage(page).open(alice?.url ?? '');
  const other = await browser.newContext({ ignoreHTTPSErrors: true });
  const theirs = await other.newPage();
  await new WorkbenchPage(theirs).open(bob?.url ?? '');

  const call = (path: string) =>
    page.evaluate(async (path) => {
      const key = localStorage.getItem('routewright-key/alice') ?? '';
      const headers = { 'content-type': 'application/json', 'x-routewright-key': key };
      return (await fetch(path, { method: 'POST', headers, body: '{}' })).status;
    }, path);
  expect(await call('/alice/rpc/settings/all')).toBe(200);
  expect(await call('/bob/rpc/settings/all')).toBe(401);
  // Not even the cookie goes there.
  const there = course.passedOn.filter(({ path, method }) => path.startsWith('/bob/rpc') && method === 'POST');
  const names = (await page.context().cookies()).map(({ name }) => name);
  expect(names).toHaveLength(1);
  expect(there.some(({ cookie }) => cookie.includes(names[0] ?? '?'))).toBe(false);

  for (const address of [`${course.origin}/bob/`, bob?.url ?? '', `${course.origin}/bob/?token=guessed`]) {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(401);
    await expect(page.getByText('This page is not signed in to the workbench.')).toBeVisible();
  }
  // Bob was not disturbed.
  await theirs.reload();
  await new WorkbenchPage(theirs).expectLesson('The first route');
  await other.close();
});

test('who is signed in to both, such as an instructor, can use both', async ({ page, context, course }) => {
  const second = await context.newPage();
  const benches = [new WorkbenchPage(page), new WorkbenchPage(second)] as const;
  await benches[0].open(course.learners.alice?.url ?? '');
  await benches[1].open(course.learners.bob?.url ?? '');
  for (const bench of benches) {
    await bench.page.bringToFront();
    await bench.page.reload();
    await bench.expectLesson('The first route');
    await expect(bench.state).toContainText('Live');
  }
});
