import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNewEnough, OLDEST_NODE, pinnedNode, ROOT } from './pinned-node.mjs';
import { run } from './run.mjs';
import { Stop, say, stillAt } from './say.mjs';

/** Throws a `Stop` when this Node is too old to set anything up. */
export function checkNode() {
  if (isNewEnough(process.versions.node)) return;
  throw new Stop(
    `Routewright needs Node ${OLDEST_NODE.join('.')} or newer to set itself up; this is ${process.versions.node}. ` +
      'Install a newer one from https://nodejs.org and try again.',
  );
}

/**
 * Installs what package-lock.json names, unless it is there already.
 * @param {string} root
 */
export async function ensureDependencies(root = ROOT) {
  checkNode();
  await ensurePackages(root, 'dependencies');
  await ensurePinnedNode(root);
}

/** The docs site: a package of its own, which a learner does not need. */
export const SITE = join(ROOT, 'site');

/** Installs what the docs site needs, unless it is there already. */
export const ensureSitePackages = () => ensurePackages(SITE, 'packages of the site');

/**
 * Installs the packages that a folder's own package-lock.json names, unless they are there already.
 * @param {string} folder
 * @param {string} what is installed, in a word or two
 */
async function ensurePackages(folder, what) {
  const reason = whyStale(folder);
  if (reason === null) return;
  say(`Installing ${what} (${reason}). The first time this takes a minute or two …`);
  const done = stillAt(`installing ${what}`);
  let { code, output } = await npm(['ci', '--no-audit', '--no-fund'], folder);
  // npm 12 refuses a lockfile that leaves out packages of other platforms; what it does name stays locked here.
  if (code !== 0 && /EUSAGE/.test(output)) {
    ({ code, output } = await npm(['install', '--no-save', '--no-audit', '--no-fund'], folder));
  }
  done();
  if (code !== 0) {
    throw new Stop(
      `${tail(output)}\nnpm could not install the ${what}; its last lines are above. ` +
        'Check the network connection and run this again.',
    );
  }
}

/**
 * Why the installed packages are not those of the lockfile; null when they are.
 * @param {string} root
 * @returns {string | null}
 */
export function whyStale(root) {
  const wanted = packages(join(root, 'package-lock.json'));
  if (wanted === null) throw new Stop('package-lock.json is missing or damaged; get it back with git.');
  const installed = packages(join(root, 'node_modules', '.package-lock.json'));
  if (installed === null) return 'they are not there yet';
  for (const [path, { version, optional, devOptional, peer }] of Object.entries(wanted)) {
    if (path === '') continue;
    const there = installed[path];
    // Optional ones are there only on the platforms that they are for.
    if (there === undefined && (optional || devOptional || peer)) continue;
    if (there?.version !== version) return 'package-lock.json is newer than they are';
  }
  return null;
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }> | null}
 */
function packages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * The `node` package fetches its binary in an install script; where npm was told not to run it, it is run here.
 * @param {string} root
 */
async function ensurePinnedNode(root) {
  if (runs(pinnedNode(root))) return;
  const folder = join(root, 'node_modules', 'node');
  say('Fetching the Node that everything runs on …');
  const done = stillAt('fetching Node');
  const { output } = await run(machineNode(), ['installArchSpecificPackage.js'], { cwd: folder });
  done();
  if (!runs(pinnedNode(root))) {
    throw new Stop(
      `${tail(output)}\nThe Node binary of the package "node" could not be had for ${process.platform} ${process.arch}.`,
    );
  }
}

/** @param {string} program */
function runs(program) {
  return existsSync(program) && spawnSync(program, ['--version']).status === 0;
}

/** The Node that runs npm: never the one that an installation is about to replace. */
function machineNode() {
  return process.env.npm_node_execpath ?? process.execPath;
}

/**
 * Runs the npm that runs this, else the one that is found.
 * @param {string[]} args
 * @param {string} cwd
 * @param {number} [limitMs] after which it is ended, with code 124
 */
export function npm(args, cwd, limitMs) {
  const program = process.env.npm_execpath;
  if (program?.endsWith('.js')) return run(machineNode(), [program, ...args], { cwd, limitMs });
  return run('npm', args, { cwd, limitMs, shell: process.platform === 'win32' });
}

/** @param {string} output */
function tail(output) {
  return output.trimEnd().split('\n').slice(-15).join('\n');
}
