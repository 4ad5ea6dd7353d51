import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** The oldest Node that can set the project up; from then on its own Node runs everything. */
export const OLDEST_NODE = [20, 19];

/**
 * The Node that the `node` package brings: everything but the first set-up runs on it.
 * @param {string} root
 */
export function pinnedNode(root = ROOT) {
  const bin = join(root, 'node_modules', 'node', 'bin');
  const windows = join(bin, 'node.exe');
  return existsSync(windows) ? windows : join(bin, 'node');
}

/**
 * The environment in which `node` and the project's tools are its own.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnv(env = process.env, root = ROOT) {
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const own = join(root, 'node_modules', '.bin');
  const rest = (env[key] ?? '').split(delimiter).filter((folder) => folder !== own);
  return { ...env, [key]: [own, ...rest].join(delimiter) };
}

/**
 * Whether a version such as "20.19.0" is new enough.
 * @param {string} version
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
