import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../hosts/browser-host.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the workbench has no WCAG 2.2 AA violation that a machine can find, ${colorScheme}`, async ({
    page,
    workbench,
  }) => {
    await page.emulateMedia({ colorScheme });
    const bench = new WorkbenchPage(page);
    await bench.open(workbench.url);
    await bench.expectLesson('What it is for');
    expect(await violations(page)).toEqual([]);
  });
}

test('nor have the forms, the comparison and the attacks, in both themes', async ({ page, workbench }) => {
  test.slow();
  const bench = new WorkbenchPage(page);
  const inBothThemes = async (what: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), `${what}, ${colorScheme}`).toEqual([]);
    }
  };
  await bench.open(workbench.url);

  await test.step('the plan as a form, with advice', async () => {
    await page.getByRole('radio', { name: 'Form', exact: true }).check({ force: true });
    await expect(page.getByRole('form', { name: 'Plan' })).toBeVisible();
    await inBothThemes('the plan form');
  });

  await test.step('the comparison', async () => {
    await bench.goToLesson('Three kinds of frameworks');
    await expect(bench.results.getByRole('option').first()).toBeVisible();
    await inBothThemes('Compare');
  });

  await test.step('the decision, with a reason given, and questions', async () => {
    await bench.goToLesson('Choose for three scenarios');
    const form = page.getByRole('form', { name: 'Decision' });
    await form.getByRole('radio', { name: 'FastAPI' }).first().check({ force: true });
    await form.getByRole('button', { name: 'Each part can be chosen' }).first().click();
    await page.getByRole('button', { name: /^Defend it/ }).click();
    await bench.answer(/We take Flask/, 'Nothing. Small is always the right start.');
    await expect(page.getByText('Not quite.')).toBeVisible();
    await inBothThemes('the decision form');
  });

  await test.step('an attack that succeeded, with its transcript', async () => {
    await bench.goToLesson('SQL in a search box');
    await bench.showResult('Attack');
    await bench.attack('Through the search').getByRole('button', { name: 'Run the attack' }).click();
    await expect(bench.results.getByText('The attacker got through')).toBeVisible();
    await inBothThemes('Attack');
  });

  await test.step('pages of other origins, and what stands beside the API', async () => {
    await bench.goToLesson('Pages from elsewhere');
    await expect(bench.results.getByText('Beside your API')).toBeVisible();
    await inBothThemes('origins');
  });

  await test.step('the palette', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('rout');
    await expect(page.getByRole('menuitem', { name: /The first route/ })).toBeVisible();
    await inBothThemes('the palette');
  });
});

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
