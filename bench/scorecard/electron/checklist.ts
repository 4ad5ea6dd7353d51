import { windowOptions } from '../../../src/main/window-options.ts';

/**
 * An item of Electron's security checklist (electronjs.org/docs/latest/tutorial/security) and what shows here that it is
 * kept: `preferences` of the one window, tests by their names, or neither where only the program itself can show it.
 */
type Item = { number: number; title: string; preferences?: () => boolean; tests?: readonly string[] };

/** Test files that hold the tests named below. */
export const TEST_FILES = [
  'src/main/shell.test.ts',
  'src/main/guard.test.ts',
  'src/main/server-process.test.ts',
  'src/server/http/guard.test.ts',
  'scripts/package.test.ts',
];

const { webPreferences = {} } = windowOptions('/preload.cjs', { width: 1, height: 1, maximized: false }, false);
const window = 'opens one locked-down window on the server and says where it serves';
const denies = 'denies foreign navigation, frames, windows and webviews';

export const CHECKLIST: readonly Item[] = [
  { number: 1, title: 'only secure content', tests: ['takes no other address than loopback for the ready line'] },
  {
    number: 2,
    title: 'no Node in pages',
    preferences: () =>
      webPreferences.nodeIntegration === false &&
      webPreferences.nodeIntegrationInWorker === false &&
      webPreferences.nodeIntegrationInSubFrames === false,
  },
  { number: 3, title: 'context isolation', preferences: () => webPreferences.contextIsolation === true },
  { number: 4, title: 'sandbox', preferences: () => webPreferences.sandbox === true, tests: [window] },
  { number: 5, title: 'permission handlers', tests: ['answers every permission and every device with no'] },
  { number: 6, title: 'web security', preferences: () => webPreferences.webSecurity === true },
  {
    number: 7,
    title: 'content security policy',
    tests: ['the page may run its own scripts only, and be framed by nobody'],
  },
  { number: 8, title: 'no insecure content', preferences: () => webPreferences.allowRunningInsecureContent === false },
  { number: 9, title: 'no experiments', preferences: () => webPreferences.experimentalFeatures === false },
  { number: 10, title: 'no Blink features', preferences: () => webPreferences.enableBlinkFeatures === undefined },
  { number: 11, title: 'no webview', preferences: () => webPreferences.webviewTag === false },
  { number: 12, title: 'webviews are verified', tests: [denies] },
  { number: 13, title: 'navigation is limited', tests: [denies, 'lets its own origin through'] },
  { number: 14, title: 'new windows are limited', tests: [denies] },
  { number: 15, title: 'openExternal', tests: ['opens a link outside only after a yes', 'offers https only'] },
  { number: 16, title: 'a current Electron' },
  { number: 17, title: 'senders are checked', tests: ['shows a folder to its own page only'] },
  { number: 18, title: 'no file: protocol', tests: ['takes no other address than loopback for the ready line'] },
  { number: 19, title: 'fuses', tests: ['has the seven fuses set'] },
  { number: 20, title: 'no Electron API in pages' },
];
