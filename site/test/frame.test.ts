import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './host/browser.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LESSON = 'course/create-a-book/';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const address = (path: string) => inject('origin') + inject('base') + path;

async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const response = await page.goto(address(path), { waitUntil: 'load' });
  return { page, asked, status: response?.status(), close: () => context.close() };
}

describe('the search', () => {
  const found = (page: Page) => page.locator('site-search .found > li > a');

  it('is loaded when it is opened, finds a code by its name, and is walked with the keyboard', async () => {
    const { page, asked, close } = await open(LESSON);
    const loaded = () => asked.filter((path) => path.includes('/pagefind/'));
    await page.locator('button[data-open-modal]:enabled').waitFor();
    expect(loaded()).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('RW_COURSE_SCHEMA');
    await found(page).first().filter({ hasText: 'RW_COURSE_SCHEMA' }).waitFor();
    expect(loaded()).not.toEqual([]);
    for (const path of asked) expect(path.startsWith(inject('base')), path).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(address('errors/rw_course_schema/'));
    await close();
  });

  it('opens the best page with Enter, closes with Escape, and gives the focus back', async () => {
    const { page, close } = await open(LESSON);
    const button = page.locator('button[data-open-modal]:enabled');
    await button.click();
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await button.evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.keyboard.press('/');
    await page.keyboard.type('PKCE');
    const best = found(page).first();
    await best.waitFor();
    const target = await best.getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === target);
    await close();
  });
});

it('the theme that is chosen holds, also for the picture of the front page', async () => {
  const { page, close } = await open('', { colorScheme: 'dark' });
  const picture = page.locator('picture.frame img');
  const shown = () => picture.evaluate((image: HTMLImageElement) => image.currentSrc);
  await expect.poll(shown).toContain('dark-');
  await page.getByLabel('Select theme').filter({ visible: true }).selectOption('light');
  await expect.poll(shown).toContain('light-');
  await page.reload();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  await expect.poll(shown).toContain('light-');
  await close();
});

it.concurrent.each([
  ['$sorted', 'instructors/'],
  ['keyboard shortcuts', 'learners/keys/'],
  ['shortcut', 'learners/keys/'],
  ['reset', 'learners/stuck/'],
  ['install', 'learners/first-hour/'],
  ['windows', 'learners/questions/'],
  ['uninstall', 'learners/questions/'],
])('a search for %s finds %s', async (term, path) => {
  const { page, close } = await open('learners/');
  await page.locator('button[data-open-modal]:enabled').click();
  await page.getByRole('textbox', { name: 'Search the site' }).fill(term);
  await page
    .locator(`site-search .found a[href^="${inject('base')}${path}"]`)
    .first()
    .waitFor();
  await close();
});

describe.concurrent('the parts of the site', () => {
  const PARTS = ['Course', 'Learn', 'Teach', 'Host', 'Reference', 'Contribute', 'Releases'];
  const widths = [320, 390, 768, 1024, 1280];
  const cases = ['', 'api/', 'course/no-such-lesson/', 'learners/', LESSON].flatMap((path) =>
    widths.map((width) => ({ path, width })),
  );

  it.each(cases)('can be reached from /$path at $width pixels, with the keyboard and without a script', async (at) => {
    const { page, close } = await open(at.path, {
      viewport: { width: at.width, height: 800 },
      javaScriptEnabled: false,
    });
    const menu = page.locator('details.parts > summary, .sl-menu-button').filter({ visible: true });
    if (at.width < 1056) {
      expect(await menu.count()).toBe(1);
      await menu.focus();
      await page.keyboard.press('Enter');
    } else expect(await menu.count()).toBe(0);
    const parts = page.getByRole('navigation', { name: 'Parts of this site' }).getByRole('link');
    await parts.first().waitFor();
    expect(await parts.allInnerTexts()).toEqual(PARTS);
    for (const part of await parts.all()) {
      const box = await part.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= at.width && box.y + box.height <= 800, at.path).toBe(true);
    }
    await parts.first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(address('course/'));
    await close();
  });

  it.each(['light', 'dark'] as const)(
    'stand in a menu that Escape closes, without a violation, %s',
    async (colorScheme) => {
      const { page, close } = await open('', { colorScheme, viewport: { width: 390, height: 800 } });
      const summary = page.locator('details.parts > summary');
      await summary.click();
      const { violations } = await new AxeBuilder({ page }).include('header').withTags(TAGS).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      expect(await page.locator('details.parts').getAttribute('open')).toBeNull();
      expect(await summary.evaluate((element) => element.matches(':focus'))).toBe(true);
      await close();
    },
  );
});

describe('on paper', () => {
  const HINT = '.hint .text';
  const ANSWER = '.questions details .because';
  const SOLUTION = '[role="tabpanel"]:has(> .printed.solution)';

  it('a lesson does not answer itself, but what the reader opened is there', async () => {
    const { page, close } = await open('course/choose-for-three-scenarios/');
    const shown = (part: string) =>
      page
        .locator(part)
        .first()
        .evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));
    await page.emulateMedia({ media: 'print' });
    for (const part of [HINT, ANSWER, SOLUTION]) expect(await shown(part), part).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.locator('.hint > summary').first().click();
    await page.locator('.questions summary').first().click();
    await page.getByRole('tab', { name: 'Solution' }).click();
    await page.emulateMedia({ media: 'print' });
    for (const part of [HINT, ANSWER, SOLUTION]) expect(await shown(part), part).toBe(true);
    await close();
  });

  it('the front page of the dark theme is light, words and picture', async () => {
    const { page, close } = await open('', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    const colour = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).color);
    expect(await colour('.ways .first')).toBe('rgb(20, 22, 26)');
    await expect
      .poll(() => page.locator('picture.frame img').evaluate((image: HTMLImageElement) => image.currentSrc))
      .toContain('light-');
    await close();
  });

  it('a lesson is its text: no prose is folded, nothing is cut, and the words are dark', async () => {
    const { page, close } = await open(LESSON, { colorScheme: 'dark', viewport: { width: 700, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['site-search button', 'starlight-theme-select', '.sidebar', '.pagination-links', '.foot'])
      expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
    const seen = await page.evaluate(() => {
      const answers = '.hint, .mistake, .questions details, .scenario details';
      const parts = document.querySelectorAll('main details:not([open]) > :is(p, div)');
      const folded = [...parts].filter((part) => !part.closest(answers));
      const code = [...document.querySelectorAll<HTMLElement>('main pre')];
      const words = [...document.querySelectorAll('main .ec-line .code span, main .expressive-code .title')];
      return {
        folded: folded.length,
        hidden: folded.filter((part) => !part.checkVisibility({ contentVisibilityAuto: true })).length,
        blocks: code.length,
        cut: code.filter((block) => block.scrollWidth > block.clientWidth + 1).length,
        colours: [...new Set(words.map((word) => getComputedStyle(word).color))],
      };
    });
    expect(seen.folded).toBeGreaterThan(0);
    expect(seen.hidden).toBe(0);
    expect(seen.blocks).toBeGreaterThan(0);
    expect(seen.cut).toBe(0);
    expect(seen.colours).toEqual(['rgb(20, 22, 26)']);
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    await close();
  });
});

it('what is not there is said, with ways on that work below the base', async () => {
  const { page, status, close } = await open('course/no-such-lesson/');
  expect(status).toBe(404);
  await page.getByRole('heading', { level: 1, name: 'This page is not there' }).waitFor();
  const ways = await page
    .locator('main .lost a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(ways.length).toBeGreaterThan(4);
  for (const way of ways) expect((await page.request.get(inject('origin') + way)).status(), String(way)).toBe(200);
  await page.getByRole('button', { name: 'Search the whole site' }).click();
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await close();
});
