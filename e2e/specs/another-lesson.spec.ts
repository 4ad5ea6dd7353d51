import { expect, test } from '../hosts/browser-host.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

test('a file is understood anew when another lesson has one of the same name', async ({
  page,
  workbench,
  pageErrors,
}) => {
  const bench = new WorkbenchPage(page);
  await bench.open(workbench.url);
  for (const title of ['Schemas for bodies', 'Pages from elsewhere']) await bench.goToLesson(title);
  const line = bench.code.locator('.view-line', { hasText: "from './loans.ts'" });
  // Only what the name means gives it a part of its own; the grammar takes the braces along.
  await expect(line.getByText('Loans', { exact: true })).toBeVisible({ timeout: 30_000 });
  // Colours of the other text would cut through this one.
  await expect(line.getByText("'./loans.ts'", { exact: true })).toBeVisible();
  expect(pageErrors).toEqual([]);
});
