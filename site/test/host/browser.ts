import { type Browser, chromium } from 'playwright';
import { findChromium } from '../../../scripts/setup/chromium.mjs';

/** How Chromium starts here: as root it has no sandbox of its own, and it must ask nobody for anything by itself. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium of this machine. Throws when there is none. */
export function chromiumPath(): string {
  const path = findChromium();
  if (path === null) throw new Error('There is no Chromium; npm run test:site brings one.');
  return path;
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
