import { expect, test } from '../hosts/browser-host.ts';
import { GOOD_COURSE } from '../hosts/course-copy.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

test.use({ course: GOOD_COURSE });

test('Enter takes the first thing found, however the words came to stand there', async ({ page, workbench }) => {
  const bench = new WorkbenchPage(page);
  const palette = page.getByRole('dialog', { name: 'Search actions and lessons' });
  await bench.open(workbench.url);

  await test.step('after a typing mistake was taken back', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('List the booksx');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await bench.expectLesson('List the books');
    await expect(palette).toBeHidden();
  });

  await test.step('another one is taken with the arrows', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('theme:');
    await page.keyboard.press('ArrowDown');
    const chosen = palette.locator('[role=menuitem][data-focused]');
    await expect(chosen).toHaveCount(1);
    const theme = await chosen.textContent();
    expect(theme).not.toBe(await palette.getByRole('menuitem').first().textContent());
    await page.keyboard.press('Enter');
    await expect(palette).toBeHidden();
    await page.keyboard.press('Control+k');
  });

  await test.step('nothing found: it stays open and nothing is done', async () => {
    await page.keyboard.type('no such thing');
    await page.keyboard.press('Enter');
    await expect(palette.getByText('Nothing found. Try another word.')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(palette).toBeHidden();
  });
});

test('what can be done only after words for it were typed is taken, too', async ({ page, workbench }) => {
  const bench = new WorkbenchPage(page);
  const question = page.getByRole('alertdialog', { name: 'Start this lesson over?' });
  await bench.open(workbench.url);
  await bench.goToLesson('List the books');
  await bench.paste('export const mine = 1;\n');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/rpc\/session\/reset/, async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Reset this');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(question, 'the question is answered').toBeHidden();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('Bring my');
  await expect(page.getByText('Nothing found. Try another word.')).toBeVisible();
  answer();
  await expect(page.getByRole('menuitem', { name: 'Bring my code back' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(bench.code).toContainText('mine');
});
