import { type Browser, chromium } from 'playwright';
import { findChromium } from '../../scripts/setup/chromium.mjs';

/** Nothing of the browser's own goes to the network; no sandbox, since this may run as root. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autofill-server-url=http://127.0.0.1:9/',
];

/** Every name below .test is this machine, as after DNS rebinding, and the browser's own protection from that is off. */
export const REBINDING = ['--host-resolver-rules=MAP *.test 127.0.0.1', '--disable-features=LocalNetworkAccessChecks'];

/** The machine's Chromium; throws when there is none. */
export function openChromium(args: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('There is no Chromium on this machine: set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: [...QUIET, ...args] });
}
