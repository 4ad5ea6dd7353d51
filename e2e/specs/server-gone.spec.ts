import { expect, test } from '../hosts/browser-host.ts';
import { GOOD_COURSE } from '../hosts/course-copy.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

test.use({ course: GOOD_COURSE });

// The manual for learners promises this way back: "Workbench not reachable".
test('a window whose server was gone saves what it holds, once the new address is open beside it', async ({
  page,
  context,
  workbench,
}) => {
  const bench = new WorkbenchPage(page);
  await bench.open(workbench.url);
  await bench.goToLesson('Create a book');
  await expect(bench.state).toHaveText(/^Live/);

  await workbench.restart(async () => {
    await expect(bench.state).toHaveText(/^Workbench not reachable/);
    await bench.paste(`// typed while it was away\n`);
    await expect(page.getByText('Not saved: The workbench server does not answer.')).toBeVisible();
  });

  const beside = await context.newPage();
  await new WorkbenchPage(beside).open(workbench.url);
  await page.bringToFront();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(bench.code).toContainText('typed while it was away');
  await beside.reload();
  await expect(new WorkbenchPage(beside).code).toContainText('typed while it was away');
});
