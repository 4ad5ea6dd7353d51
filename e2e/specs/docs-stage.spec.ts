import { expect, test } from '../hosts/browser-host.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

test('a learner writes what no schema can say, and reads it in the docs as a stranger would', async ({
  page,
  workbench,
}) => {
  const bench = new WorkbenchPage(page);
  await bench.open(workbench.url);
  await bench.goToLesson('Words and examples');

  await test.step('before: the rules of the style guide say where words are missing', async () => {
    await bench.showResult('Checks');
    await expect(bench.results.getByText(/^\d of 6 hold$/)).toBeVisible();
    await bench.results.getByRole('button', { name: /Every operation has an id, a summary and a description/ }).click();
    await expect(bench.verdict('Every operation has an id')).toContainText('/api/v1/loans');
  });

  await test.step('afterwards every check holds, and the docs say it', async () => {
    await bench.takeSolution();
    await expect(bench.results.getByText('6 of 6 hold')).toBeVisible();
    await expect(bench.complete).toBeVisible();
    await bench.showResult('API docs');
    await expect(bench.docs.getByText('Lending library').first()).toBeVisible({ timeout: 30_000 });
    await bench.results.locator('iframe').hover();
    const lend = bench.docs.getByText('Lend a book to a member').first();
    // Chapters further down come as one scrolls to them.
    await expect(async () => {
      await page.mouse.wheel(0, 2_000);
      await expect(lend).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    // The whole row is one button, laid over its words, which are cut short.
    await lend.click({ force: true, position: { x: 4, y: 4 } });
    await expect(bench.docs.getByText(/For 21 days\./).first()).toBeVisible();
  });
});
