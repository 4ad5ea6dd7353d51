import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, projectEnv, ROOT } from './pinned-node.mjs';
import { run } from './run.mjs';
import { Stop, say, stillAt } from './say.mjs';

/** What a build is made of. The server, the CLI and the sandbox run from their sources. */
const SOURCES = ['src/renderer', 'src/main', 'src/preload', 'src/contract', 'src/core', 'scripts/bundle'];
const SINGLE = ['electron.vite.config.ts', 'package-lock.json', 'tsconfig.base.json', 'src/sandbox/node/runtime.json'];
/** The interface and the shell; then what learners may import, in fewer files. */
const PROGRAMS = [['node_modules/electron-vite/bin/electron-vite.js', 'build'], ['scripts/bundle/main.ts']];

/**
 * Builds the interface and the desktop shell into out/, unless out/ is of these very sources.
 * @param {string} root
 */
export async function ensureBuild(root = ROOT) {
  const stamp = join(root, 'out', '.sources');
  const sources = fingerprint(root);
  const page = join(root, 'out', 'renderer', 'index.html');
  if (existsSync(page) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  say('Building the workbench …');
  rmSync(stamp, { force: true });
  const done = stillAt('building');
  for (const args of PROGRAMS) {
    const { code, output } = await run(pinnedNode(root), args, { cwd: root, env: projectEnv() });
    if (code !== 0) throw new Stop(`${output.trimEnd()}\nThe workbench could not be built; the reason is above.`);
  }
  done();
  writeFileSync(stamp, sources);
}

/**
 * One hash over the names and contents of all sources of the build.
 * @param {string} root
 */
export function fingerprint(root) {
  const hash = createHash('sha256');
  for (const path of [...SINGLE, ...SOURCES.flatMap((folder) => files(root, folder))]) {
    if (!existsSync(join(root, path))) continue;
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function files(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .sort()
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      if (statSync(join(root, path)).isDirectory()) return files(root, path);
      return /\.test\.tsx?$/.test(name) ? [] : [path];
    });
}
