import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pinnedNode, projectEnv, ROOT } from './pinned-node.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const FETCH_LIMIT_MS = 20_000;
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * The Electron program that is on this machine, or null. Never loads the package `electron`: that downloads.
 * @param {{ root?: string, env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform }} [options]
 * @returns {string | null}
 */
export function findElectron({ root = ROOT, env = process.env, platform = process.platform } = {}) {
  const folder = env.ELECTRON_OVERRIDE_DIST_PATH || join(root, 'node_modules', 'electron', 'dist');
  const program = join(
    folder,
    platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : platform === 'win32' ? 'electron.exe' : 'electron',
  );
  return existsSync(program) ? program : null;
}

/**
 * Why a desktop window cannot be shown here whatever is installed; null when it can.
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, uid?: number }} [options]
 * @returns {string | null}
 */
export function whyNoDesktop({ env = process.env, platform = process.platform, uid = process.getuid?.() } = {}) {
  if (platform !== 'linux') return null;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display';
  if (uid === 0) return 'the desktop window does not run as root';
  return null;
}

/**
 * Electron's program, fetched once if it is not there. A failed attempt is remembered for a day.
 * @param {string} root
 * @returns {Promise<{ program: string } | { why: string }>}
 */
export async function ensureElectron(root = ROOT) {
  const there = findElectron({ root });
  if (there !== null) return { program: there };
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return { why: 'ELECTRON_OVERRIDE_DIST_PATH holds no Electron' };
  const memory = join(root, '.cache', 'electron-not-fetched');
  if (failedLately(memory)) return { why: 'its desktop part (Electron) could not be downloaded lately' };
  say(`Fetching the desktop part (Electron), for at most ${FETCH_LIMIT_MS / 1000} s …`);
  const { code } = await run(pinnedNode(root), [join(root, 'node_modules', 'electron', 'install.js')], {
    cwd: root,
    env: projectEnv(),
    limitMs: FETCH_LIMIT_MS,
  });
  const fetched = code === 0 ? findElectron({ root }) : null;
  if (fetched !== null) {
    rmSync(memory, { force: true });
    return { program: fetched };
  }
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, String(Date.now()));
  return { why: 'its desktop part (Electron) could not be downloaded' };
}

/** @param {string} memory */
function failedLately(memory) {
  try {
    const at = Number(readFileSync(memory, 'utf8'));
    return Number.isFinite(at) && Date.now() - at < RETRY_AFTER_MS;
  } catch {
    return false;
  }
}
