import { expect, test } from '../hosts/browser-host.ts';
import { GOOD_COURSE } from '../hosts/course-copy.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

test.use({ course: GOOD_COURSE });

// A browser keeps six connections to one address; streams of events would take them all.
test('a window too many says so, starves no other, and follows once there is room', async ({
  page,
  context,
  workbench,
}) => {
  const first = new WorkbenchPage(page);
  await first.open(workbench.url);
  await first.goToLesson('List the books');
  const others: WorkbenchPage[] = [];
  for (let count = 2; count <= 6; count += 1) {
    const other = new WorkbenchPage(await context.newPage());
    await other.open(workbench.local);
    others.push(other);
  }
  const [second, last] = [others[0], others.at(-1)];
  if (!second || !last) throw new Error('There are no other windows.');
  await expect(last.state).toHaveText(/^Too many windows/);
  await expect(second.state).toHaveText('Live');

  await page.bringToFront();
  await first.paste('export const mine = 1;\n');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await second.page.close();
  await expect(last.state).not.toHaveText(/^Too many windows/);
  await expect(last.code).toContainText('mine');
});
