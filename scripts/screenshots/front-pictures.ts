import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { toWebp } from './webp.ts';

const THEMES = ['dark', 'light'] as const;
/** For a phone, for most screens, and for those with two pixels in each; letters that are small need less quality. */
const SIZES = [
  { width: 720, quality: 0.82 },
  { width: 1200, quality: 0.8 },
  { width: 2000, quality: 0.72 },
];

/** Takes the pictures of the site's front page, in both themes and three sizes, of what `page` shows into `folder`. */
export async function takeFrontPictures(page: Page, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.locator(`html[data-theme="${theme}"]`).waitFor();
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    for (const { width, quality } of SIZES)
      await writeFile(join(folder, `${theme}-${width}.webp`), await toWebp(page, picture, quality, width));
  }
}
