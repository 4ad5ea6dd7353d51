import { expect, test } from '../hosts/browser-host.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

// What a window of 1440 by 900 has left when the page is shown at 200 %.
test.use({ viewport: { width: 720, height: 450 } });

test('at 200 % everything is within reach, and paths of the traffic can be read', async ({ page, workbench }) => {
  const bench = new WorkbenchPage(page);
  await bench.open(workbench.url);
  await bench.goToLesson('The first route');

  await test.step('the buttons of the bar', async () => {
    for (const name of ['Export project', 'Keys', 'Theme']) {
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    }
  });

  await test.step('the buttons of a dialog', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Show the solution');
    await page.keyboard.press('Enter');
    const back = page.getByRole('button', { name: 'Back to my code' });
    await expect(page.getByRole('dialog').locator('.view-line').first()).toBeVisible();
    await expect(back).toBeInViewport({ ratio: 1 });
    await back.press('Enter');
  });

  await test.step('a path in one line', async () => {
    await fetch(new URL('/api/v1/books', await bench.liveUrl()));
    const path = bench.console.getByRole('cell', { name: '/api/v1/books', exact: true }).first();
    await expect(path).toBeVisible();
    const { height } = (await path.boundingBox()) ?? { height: 0 };
    expect(height).toBeLessThan(30);
  });
});
