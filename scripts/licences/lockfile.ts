import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Names = z.record(z.string(), z.string()).default({});
const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().default(''),
      license: z.string().default(''),
      dependencies: Names,
      optionalDependencies: Names,
      peerDependencies: Names,
      peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().default(false) })).default({}),
    }),
  ),
});
type Packages = z.infer<typeof Lockfile>['packages'];

/** A package of a lockfile. `path` is its folder, from the folder of the lockfile on. */
export type Package = { name: string; version: string; licence: string; path: string };

/**
 * Reads the packages of a package-lock.json.
 * @param folder the folder that it is in
 */
export function readLockfile(folder: string): Packages {
  return Lockfile.parse(JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))).packages;
}

/**
 * The packages that these names lead to, with everything that they need to run, each once. A name that the lockfile does
 * not have is an error: the list that it is from is out of date. Which optional packages a machine has plays no part.
 */
export function withNeeds(packages: Packages, names: string[]): Package[] {
  const found = new Map<string, Package>();
  const waiting = names.map((name) => pathOf(packages, name));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.set(path, packageAt(packages, path));
    for (const name of needsOf(packages, path)) {
      const need = resolve(packages, path, name);
      if (need !== null) waiting.push(need);
    }
  }
  return [...found.values()];
}

/** The packages of these names, without what they need. */
export const alone = (packages: Packages, names: string[]): Package[] =>
  names.map((name) => packageAt(packages, pathOf(packages, name)));

function pathOf(packages: Packages, name: string): string {
  const path = resolve(packages, '', name);
  if (path === null) throw new Error(`package-lock.json has no package ${name}.`);
  return path;
}

function packageAt(packages: Packages, path: string): Package {
  const { version = '', license = '' } = packages[path] ?? {};
  return {
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version,
    licence: license,
    path,
  };
}

function needsOf(packages: Packages, path: string): string[] {
  const found = packages[path];
  if (found === undefined) return [];
  const peers = Object.keys(found.peerDependencies).filter((name) => !found.peerDependenciesMeta[name]?.optional);
  return [...Object.keys(found.dependencies), ...Object.keys(found.optionalDependencies), ...peers];
}

/** Where Node would find a package, from a folder outwards. */
function resolve(packages: Packages, from: string, name: string): string | null {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    const path = `${base === '' ? '' : `${base}/`}node_modules/${name}`;
    if (path in packages) return path;
    if (base === '') return null;
    if (!base.includes('/node_modules/')) base = '';
  }
}
