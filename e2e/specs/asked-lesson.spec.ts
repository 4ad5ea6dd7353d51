import { expect, test as inBrowser } from '../hosts/browser-host.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';
import { startWorkbench } from '../hosts/workbench-server.ts';

const GOOD = new URL('../fixtures/good', import.meta.url).pathname;

const test = inBrowser.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
  workbench: async ({}, use) => {
    const workbench = await startWorkbench({ course: GOOD, lesson: 'create-book' });
    await use(workbench);
    await workbench.stop();
  },
});

test('--lesson opens that lesson; a reload keeps it, and another one can be chosen', async ({ page, workbench }) => {
  const shown = new WorkbenchPage(page);
  await shown.open(workbench.url);
  await shown.expectLesson('Create a book');
  // Neither the token nor the wish stands in the address any more.
  await expect(page).toHaveURL(`${new URL(workbench.url).origin}/`);
  await page.reload();
  await shown.expectLesson('Create a book');
  await shown.goToLesson('List the books');
  await page.reload();
  await shown.expectLesson('List the books');
});

test('a page that is signed in opens the lesson that its address names, or says that there is none', async ({
  page,
  workbench,
}) => {
  const shown = new WorkbenchPage(page);
  await shown.open(workbench.url);
  const { origin } = new URL(workbench.url);
  await page.goto(`${origin}/?lesson=list-books`);
  await shown.expectLesson('List the books');
  await page.goto(`${origin}/?lesson=no-such-lesson`);
  await expect(page.getByText('There is no lesson no-such-lesson in this course.')).toBeVisible();
  await shown.expectLesson('List the books');
});
