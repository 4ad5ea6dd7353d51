import { expect, test } from '../hosts/browser-host.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

const PLAN = `title: Lending library
purpose: The front desk sees at once whether a book is in.
audience: internal
basePath: /api/v1
resources:
  - name: books
    fields:
      - { name: id, type: integer, readOnly: true }
    operations:
      - { method: DELETE, path: "/books/{id}", summary: Remove a book, statuses: [204] }
`;

test('plan, code, a repair by Ctrl+. and the solution beside them leave no error in the page', async ({
  page,
  workbench,
  pageErrors,
}) => {
  const bench = new WorkbenchPage(page);
  await bench.open(workbench.url);

  await test.step('a finding in plan.yaml is repaired from its line', async () => {
    await bench.paste(PLAN);
    await bench.showConsole('Problems');
    await expect(bench.problems.getByText(/404/).first()).toBeVisible();
    await bench.clickBehind('statuses:');
    await page.keyboard.press('Control+.');
    await expect(page.getByRole('option', { name: /^Add 404/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(bench.code).toContainText(/204,\s404/);
  });

  await test.step('a second editor, for what differs, opens over code that was understood', async () => {
    await bench.goToLesson('The first route');
    await expect(bench.state).toHaveText('Live');
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('Show the solution');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'The solution beside your files' });
    await expect(dialog.locator('.editor.modified .view-line').first()).toBeVisible();
    await dialog.getByRole('button', { name: 'Back to my code' }).click();
  });

  expect(pageErrors).toEqual([]);
});
