import type { Browser, Response } from 'playwright';
import { z } from 'zod';
import type { SignedIn } from '../browser.ts';

/**
 * In the page: `benchFocused` resolves when the editor shows text and has the focus, `benchTyped` when the keys that are
 * pressed then stand in it. Promises, because the page's policy lets nobody evaluate code.
 */
const WATCH = `(() => {
  const focused = Promise.withResolvers();
  const typed = Promise.withResolvers();
  window.benchFocused = focused.promise;
  window.benchTyped = typed.promise;
  setTimeout(() => [focused, typed].forEach(({ reject }) => reject(new Error('the editor took no keys'))), 30_000);
  let hasFocus = false;
  const textOf = () => document.querySelector('.monaco-editor .view-lines')?.textContent ?? '';
  const look = () => {
    if (!hasFocus) {
      const input = document.querySelector('.monaco-editor .native-edit-context, .monaco-editor textarea.inputarea');
      if (input && textOf().trim() !== '') {
        input.focus();
        hasFocus = document.activeElement === input;
        if (hasFocus) focused.resolve(performance.now());
      }
    } else if (textOf().includes('zqz')) {
      typed.resolve(performance.now());
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

/** One opening of a page with a cold cache, in ms since the navigation began. */
export type Opening = {
  /** The editor shows text and has the focus. */
  focusable: number;
  /** The first keys stand in the editor. */
  typed: number;
  /** Addresses of all scripts that were answered before `focusable`. */
  scripts: string[];
};

/** Opens the page in a context of its own and types three keys as soon as the editor takes them. */
export async function openPage(browser: Browser, { address, cookies }: SignedIn): Promise<Opening> {
  const context = await browser.newContext();
  try {
    await context.addCookies(cookies);
    await context.addInitScript(WATCH);
    const page = await context.newPage();
    const scripts: string[] = [];
    const onResponse = (response: Response) => {
      if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.push(response.url());
    };
    context.on('response', onResponse);
    await page.goto(address, { waitUntil: 'commit' });
    const focusable = z.number().parse(await page.evaluate('window.benchFocused'));
    context.off('response', onResponse);
    await page.keyboard.type('zqz');
    const typed = z.number().parse(await page.evaluate('window.benchTyped'));
    // What was typed is taken back, so that the next opening finds what this one found.
    for (let key = 0; key < 3; key += 1) await page.keyboard.press('Backspace');
    await page.locator('.monaco-editor .view-lines', { hasNotText: 'zq' }).waitFor();
    return { focusable, typed, scripts };
  } finally {
    await context.close();
  }
}
