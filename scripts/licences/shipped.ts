import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../setup/pinned-node.mjs';
import { alone, type Package, readLockfile, withNeeds } from './lockfile.ts';

/** A package that reaches a user, with the folder that it is installed in. */
export type Shipped = Package & { folder: string };

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
/** What is built into out/: the page and the desktop shell. */
const BUILT = ['src/renderer', 'src/main', 'src/preload'];
/** What writes parts of itself into the pages of the site; the rest of them works at build time only. */
const PARTS_IN_SITE = ['astro', '@astrojs/starlight', '@expressive-code/core', 'pagefind', '@pagefind/default-ui'];
const WHOLE_IN_SITE = ['@scalar/api-reference', '@fontsource-variable/inter', '@fontsource-variable/jetbrains-mono'];

/**
 * Every package that reaches a user, by name and version: what the server needs, what the page is built of, Electron, and
 * what is in the pages of the docs site. Read from the two lockfiles and the sources: nothing has to be installed.
 */
export function shippedPackages(root = ROOT): Shipped[] {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const built = importedPackages(BUILT.map((folder) => join(root, folder))).filter(
    (name) => name in manifest.devDependencies && !name.startsWith('@types/') && !BUILDERS.has(name),
  );
  const own = readLockfile(root);
  const site = readLockfile(join(root, 'site'));
  const all = [
    ...at(root, withNeeds(own, [...Object.keys(manifest.dependencies), ...built])),
    ...at(root, alone(own, ['electron'])),
    ...at(join(root, 'site'), [...withNeeds(site, WHOLE_IN_SITE), ...alone(site, PARTS_IN_SITE)]),
  ];
  const once = new Map(all.reverse().map((found) => [idOf(found), found]));
  return [...once.values()].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

/** Such as "zod 4.6.7". */
export const idOf = ({ name, version }: Pick<Package, 'name' | 'version'>): string => `${name} ${version}`;

/** Imported, and not part of what is built: types of the builder, and what is counted without its installer. */
const BUILDERS = new Set(['vite', 'electron']);

/** The names of the packages that the sources below some folders import, tests left out. */
export function importedPackages(folders: string[]): string[] {
  const names = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|css|html)$/.test(file) && !/\.test\.tsx?$/.test(file))
      .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(IMPORT)])
      .map(([, specifier = '']) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')),
  );
  return [...new Set(names)].sort();
}

const IMPORT = /(?:\bfrom|\bimport|@import)\s*\(?\s*['"]([@a-z][^'":]*)['"]/g;

const at = (folder: string, packages: Package[]): Shipped[] => packages.map((found) => ({ ...found, folder }));
