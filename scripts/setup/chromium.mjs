import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pinnedNode, projectEnv, ROOT } from './pinned-node.mjs';
import { run } from './run.mjs';
import { Stop, say, stillAt } from './say.mjs';

const PLAYWRIGHT_LIMIT_MS = 180_000;
const DEBIAN_LIMIT_MS = 420_000;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome'];
const MAC = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/**
 * A browser of the Chromium family on this machine that starts: CHROMIUM_PATH, else an installed one, else Playwright's.
 * @param {{ root?: string, env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform }} [options]
 * @returns {string | null}
 */
export function findChromium({ root = ROOT, env = process.env, platform = process.platform } = {}) {
  if (env.CHROMIUM_PATH) return starts(env.CHROMIUM_PATH, platform) ? env.CHROMIUM_PATH : null;
  return [...installed(env, platform), ...playwrightsOwn(root)].find((path) => starts(path, platform)) ?? null;
}

/**
 * Finds a Chromium, or gets one: Playwright's build, or Debian's package where this runs as root.
 * @param {string} root
 * @returns {Promise<string>}
 * @throws {Stop} when none can be had
 */
export async function ensureChromium(root = ROOT) {
  const there = findChromium({ root });
  if (there !== null) return there;
  if (process.env.CHROMIUM_PATH) {
    throw new Stop(`CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, and no Chromium starts from there.`);
  }
  for (const attempt of [fromPlaywright, fromDebian]) {
    await attempt(root);
    const found = findChromium({ root });
    if (found !== null) return found;
  }
  throw new Stop(
    'The end-to-end tests need Chromium, and none is installed or could be downloaded. ' +
      'Install Chromium, Chrome or Edge, or set CHROMIUM_PATH to one, and run npm test again.',
  );
}

/** @param {string} root */
async function fromPlaywright(root) {
  say('Fetching a Chromium for the end-to-end tests …');
  const done = stillAt('fetching Chromium');
  await run(
    pinnedNode(root),
    [join(root, 'node_modules', 'playwright', 'cli.js'), 'install', '--no-shell', 'chromium'],
    {
      cwd: root,
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000', ...projectEnv() },
      limitMs: PLAYWRIGHT_LIMIT_MS,
    },
  );
  done();
}

/** @param {string} root */
async function fromDebian(root) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  say("Installing Debian's chromium package for the end-to-end tests …");
  const done = stillAt('installing Chromium');
  await run('sh', ['-c', 'apt-get update && apt-get install -y --no-install-recommends chromium'], {
    cwd: root,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    limitMs: DEBIAN_LIMIT_MS,
  });
  done();
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
function installed(env, platform) {
  if (platform === 'darwin') return MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((x) => x !== undefined);
    return folders.flatMap((folder) => WINDOWS.map((path) => join(folder, path)));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @param {string} root */
function playwrightsOwn(root) {
  try {
    const path = createRequire(join(root, 'package.json'))('playwright').chromium.executablePath();
    return typeof path === 'string' ? [path] : [];
  } catch {
    return [];
  }
}

/**
 * @param {string} path
 * @param {NodeJS.Platform} platform
 */
function starts(path, platform) {
  if (!existsSync(path)) return false;
  // Only on Linux may libraries be missing; on Windows asking for the version opens a window.
  return platform !== 'linux' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}
