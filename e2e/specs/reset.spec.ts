import { expect, test } from '../hosts/browser-host.ts';
import { GOOD_COURSE } from '../hosts/course-copy.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

const MINE = `import Fastify from 'fastify';

export async function buildApp() {
  const app = Fastify();
  app.get('/api/v1/books', async () => ({ data: ['Emma'] }));
  return app;
}
`;
const ROUTE = "app.get('/api/v1/books'";

test.use({ course: GOOD_COURSE });

test('reset brings the starter, and what stood there comes back, at once or later', async ({ page, workbench }) => {
  const bench = new WorkbenchPage(page);
  const question = page.getByRole('alertdialog', { name: 'Start this lesson over?' });
  const ask = async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Reset this');
    await page.keyboard.press('Enter');
    await expect(question).toBeVisible();
  };
  await bench.open(workbench.url);
  await bench.goToLesson('List the books');
  await bench.paste(MINE);
  await expect(bench.results.getByText('2 of 2 hold')).toBeVisible();

  await test.step('it asks first, and no means no', async () => {
    await ask();
    await question.getByRole('button', { name: 'Keep my code' }).click();
    await expect(question).toBeHidden();
    await expect(bench.code).toContainText(ROUTE);
  });

  await test.step('the starter comes, is checked, and the way back is offered', async () => {
    await ask();
    await question.getByRole('button', { name: 'Reset' }).click();
    await expect(bench.code).not.toContainText(ROUTE);
    await expect(bench.code).toContainText('buildApp');
    await expect(bench.results.getByText('0 of 2 hold')).toBeVisible();
    await expect(bench.state).toHaveText('Live');
    await page.getByRole('button', { name: 'Bring my code back' }).click();
    await expect(bench.code).toContainText(ROUTE);
    await expect(bench.results.getByText('2 of 2 hold')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Bring my code back' })).toHaveCount(0);
  });

  await test.step('after a restart the earlier version is still there', async () => {
    await ask();
    await question.getByRole('button', { name: 'Reset' }).click();
    await expect(bench.code).not.toContainText(ROUTE);
    await workbench.restart();
    await bench.open(workbench.url);
    await bench.expectLesson('List the books');
    await expect(bench.code).not.toContainText(ROUTE);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Earlier versions');
    await page.keyboard.press('Enter');
    const versions = page.getByRole('dialog', { name: /versions/i });
    await versions.getByRole('listitem').filter({ hasText: 'before a reset' }).first().getByRole('button').click();
    await expect(bench.code).toContainText(ROUTE);
    await expect(bench.results.getByText('2 of 2 hold')).toBeVisible();
  });
});
