import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../../scripts/setup/dependencies.mjs';
import { ROOT } from '../../scripts/setup/pinned-node.mjs';
import { versionsOf } from '../machine.ts';

/** Programs that nothing but a benchmark needs. `why` says what is missing where one of them is null. */
export type Peers = { bun: string | null; nodemon: string | null; versions: Record<string, string>; why: string };

const FOLDER = join(ROOT, '.cache', 'bench-peers');
const LOCKFILE = 'package-lock.json';

/**
 * Installs what the lockfile in this folder names, once, without install scripts. They are no dependencies of the
 * project, because Bun alone is 100 MB that no learner needs. Never throws: without a network they are absent.
 */
export async function installPeers(note: (text: string) => void): Promise<Peers> {
  const wanted = await readFile(new URL(LOCKFILE, import.meta.url), 'utf8');
  const installed = join(FOLDER, 'node_modules', '.installed');
  if ((await readFile(installed, 'utf8').catch(() => '')) !== wanted) {
    note('installing peers');
    await mkdir(FOLDER, { recursive: true });
    for (const name of ['package.json', LOCKFILE]) await copyFile(new URL(name, import.meta.url), join(FOLDER, name));
    const { code, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], FOLDER);
    if (code !== 0)
      return { bun: null, nodemon: null, versions: {}, why: output.trimEnd().split('\n').slice(-3).join(' ') };
    await copyFile(join(FOLDER, LOCKFILE), installed);
  }
  const nodemon = join(FOLDER, 'node_modules', 'nodemon', 'bin', 'nodemon.js');
  return {
    bun: await bunBinary(),
    nodemon: existsSync(nodemon) ? nodemon : null,
    versions: await versionsOf(['bun', 'nodemon'], join(FOLDER, 'node_modules')),
    why: 'there is no binary for this platform',
  };
}

/** The package `bun` brings its binary in a package for each platform; its install script would only link it. */
async function bunBinary(): Promise<string | null> {
  const platforms = join(FOLDER, 'node_modules', '@oven');
  for (const name of await readdir(platforms).catch(() => [])) {
    const found = ['bun', 'bun.exe'].map((file) => join(platforms, name, 'bin', file)).find((file) => existsSync(file));
    if (found) return found;
  }
  return null;
}
