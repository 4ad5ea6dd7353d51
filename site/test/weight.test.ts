import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './host/browser.ts';
import { type BuiltPage, pages } from './host/pages.ts';

/** Compressed HTML, CSS and JavaScript of a lesson page, in bytes (1 KB = 1,000). */
const LIMIT = 150_000;
/** So many of the largest lesson pages are weighed in a browser. */
const WEIGHED = 5;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What a browser fetches of HTML, CSS and JavaScript until a page is quiet, in compressed bytes. */
async function weight(page: BuiltPage): Promise<number> {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const sizes: Promise<number>[] = [];
  tab.on('requestfinished', (request) => {
    if (['document', 'stylesheet', 'script'].includes(request.resourceType()))
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await tab.goto(inject('origin') + page.url, { waitUntil: 'networkidle' });
  const sum = (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
  await context.close();
  return sum;
}

describe('a lesson page', () => {
  it('weighs at most 150 KB', async () => {
    const lessons = pages()
      .filter(({ file }) => /^course\/[\w-]+\/index\.html$/.test(file))
      .map((page) => ({ page, packed: gzipSync(page.html).length }))
      .sort((a, b) => b.packed - a.packed)
      .slice(0, WEIGHED);
    expect(lessons).toHaveLength(WEIGHED);
    for (const { page } of lessons) {
      const bytes = await weight(page);
      console.log(`${page.url}: ${(bytes / 1000).toFixed(1)} KB`);
      expect(bytes, page.url).toBeLessThanOrEqual(LIMIT);
    }
  });
});
