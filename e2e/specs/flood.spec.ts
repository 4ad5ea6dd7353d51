import { expect, test } from '../hosts/browser-host.ts';
import { GOOD_COURSE } from '../hosts/course-copy.ts';
import { typeAndWatch } from '../hosts/typing-watch.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

const CALM = `import Fastify from 'fastify';

export async function buildApp() {
  const app = Fastify();
  app.get('/api/v1/books', async () => ({ data: ['Emma'] }));
  return app;
}
`;

/** Prints a million lines with terminal commands in them, 100 MB, every ten seconds. */
const FLOOD = `${CALM}
const ESC = String.fromCharCode(27);
const line = ESC + '[2J' + ESC + '[31mflood' + ESC + '[0m ' + ESC + ']0;owned' + String.fromCharCode(7) + 'x'.repeat(72);
setInterval(() => process.stdout.write((line + '\\n').repeat(1_000)), 10);
`;

const TYPED = '// typed in a flood of logs ';
const PAUSE_MS = 60;

test.use({ course: GOOD_COURSE });

test('a flood of logs leaves the editor as quick as it was, and the console bounded and harmless', async ({
  page,
  workbench,
}, info) => {
  test.slow();
  const bench = new WorkbenchPage(page);
  await bench.open(workbench.url);
  await bench.goToLesson('List the books');
  await bench.showConsole('Console');

  async function typeAtEnd(code: string) {
    await bench.paste(code);
    await expect(bench.state).toHaveText('Live');
    await page.keyboard.press('Control+End');
    return typeAndWatch(page, TYPED, PAUSE_MS);
  }

  // The first keys compile what handles keys; that is no flood's fault.
  await typeAtEnd(CALM);
  const calm = await typeAtEnd(CALM);
  const flood = await typeAtEnd(FLOOD);
  const figures = {
    calm,
    flood,
    cpuRatio: flood.cpuMs / calm.cpuMs,
    strokeRatio: flood.stroke.median / calm.stroke.median,
    gapRatio: flood.gap.p95 / calm.gap.p95,
  };
  info.annotations.push({ type: 'figures', description: JSON.stringify(figures) });

  await test.step('every key arrived, and soon', async () => {
    await expect(bench.code.locator('.view-line', { hasText: TYPED.trim() })).toHaveCount(1);
    // What a key costs the page itself. How long it takes on the clock depends on who else wants the processor, and is
    // noted with the figures.
    expect(figures.cpuRatio, JSON.stringify(figures)).toBeLessThan(4);
  });

  await test.step('the console says what was dropped and shows plain text', async () => {
    const log = bench.console.getByRole('log');
    await expect(log).toContainText(/[\d,]{4,} lines dropped/);
    await expect(log.getByText(/^flood x+$/).last()).toBeVisible();
    const text = (await log.textContent()) ?? '';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is tested
    expect(text).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
    expect(text).not.toMatch(/\[31m|owned/);
    expect(await log.locator('p').count()).toBeLessThan(300);
    await expect(page).toHaveTitle(/Routewright/);
  });

  await test.step('scrolled up it stands still and brings older lines; at its end it goes on', async () => {
    const log = bench.console.getByRole('log');
    await expect(log).toContainText(/scroll up for [\d,]+ lines/);
    await log.hover();
    await page.mouse.wheel(0, -100_000);
    await expect.poll(() => log.locator('p').count()).toBeGreaterThan(500);
    await expect(log).toContainText(/[\d,]+ more lines since you scrolled up/);
    await page.mouse.wheel(0, 1_000_000);
    await expect(log).not.toContainText('since you scrolled up');
    await expect.poll(() => log.locator('p').count()).toBeLessThan(300);
  });

  await test.step('the next good edit is live', async () => {
    await bench.paste(CALM);
    await expect(bench.state).toHaveText('Live');
    await expect(bench.results.getByText('2 of 2 hold')).toBeVisible();
  });
});
