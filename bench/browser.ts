import { type Browser, type BrowserContext, chromium } from 'playwright';
import { ensureChromium } from '../scripts/setup/chromium.mjs';

/** A Chromium without a window. `CHROMIUM_PATH` names another one than the machine's. Throws when none can be had. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** What lets any number of fresh contexts in: cookies, and the address with what the page keeps for itself. */
export type SignedIn = { address: string; cookies: Awaited<ReturnType<BrowserContext['cookies']>> };

/** Uses the one-time token of `url`. Throws when that is refused. */
export async function signInBrowser(browser: Browser, url: string): Promise<SignedIn> {
  const context = await browser.newContext();
  try {
    const answer = await context.request.get(url, { maxRedirects: 0 });
    const { location } = answer.headers();
    if (location === undefined) throw new Error(`The workbench did not sign in: ${answer.status()}.`);
    return { address: new URL(location, url).href, cookies: await context.cookies() };
  } finally {
    await context.close();
  }
}
