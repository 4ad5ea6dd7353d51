import AxeBuilder from '@axe-core/playwright';
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
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([]);
  });
}
