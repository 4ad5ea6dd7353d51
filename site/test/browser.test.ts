import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './host/browser.ts';
import { templates } from './host/templates.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const open = async (options: { colorScheme: 'light' | 'dark' }, url: string) => {
  const context: BrowserContext = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  const foreign: string[] = [];
  const errors: string[] = [];
  await context.route(
    ({ origin }) => origin !== inject('origin'),
    (route) => {
      foreign.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(inject('origin') + url, { waitUntil: 'networkidle' });
  return { page, foreign, errors, close: () => context.close() };
};

describe.concurrent.each(templates().map(({ url, file }) => ({ url, file })))('$file', ({ url }) => {
  it.each(['light', 'dark'] as const)(
    'has no WCAG 2.2 AA violation that a machine can find, and asks nobody else, %s',
    async (colorScheme) => {
      const { page, foreign, errors, close } = await open({ colorScheme }, url);
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      expect(
        violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .map(({ html }) => html)
              .join(' | ')
              .slice(0, 500)}`,
        ),
      ).toEqual([]);
      expect(foreign).toEqual([]);
      expect(errors.filter((error) => !(url.endsWith('404.html') && error.includes('404')))).toEqual([]);
      await close();
    },
  );
});
