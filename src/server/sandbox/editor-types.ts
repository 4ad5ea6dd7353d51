import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import type { Runtime } from './runtime.ts';
import { candidates, entriesOf, existing, findPackage, type TypePackage } from './type-packages.ts';

export type TypeFile = { path: string; text: string };

/** Virtual path of the file that an editor must always take into its program. */
export const AMBIENT_TYPES = 'file:///node_modules/ambient.d.ts';

const known = new Map<string, Promise<TypeFile[]>>();

/**
 * Every type declaration that the packages in `runtime.types` lead to, with each package's package.json.
 * `path` is virtual: file:///node_modules/…, nested as on disk. Read once for each runtime.
 * One more file, `AMBIENT_TYPES`, imports the packages that add to the types of others: in the workbench these additions
 * hold without an import of the learner's, because the runtime brings the package itself.
 */
export function editorTypes(runtime: Runtime): Promise<TypeFile[]> {
  const found = known.get(runtime.dir) ?? collect(runtime);
  known.set(runtime.dir, found);
  return found;
}

async function collect(runtime: Runtime): Promise<TypeFile[]> {
  const texts = new Map<string, string>();
  const waiting: string[] = [];
  const reach = async (specifier: string, from: string) => {
    for (const name of packageNames(specifier)) {
      const found = await findPackage(name, from);
      if (!found) continue;
      const entries = await entriesOf(found, specifier === name ? '.' : subpathOf(specifier));
      if (entries.length === 0) continue;
      texts.set(path.join(found.dir, 'package.json'), manifestText(found));
      waiting.push(...entries);
      return;
    }
  };
  const entries = new Map<string, string[]>();
  for (const name of runtime.types) {
    const before = waiting.length;
    await reach(name, runtime.dir);
    entries.set(name, waiting.slice(before));
  }
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (texts.has(file)) continue;
    const text = await readFile(file, 'utf8');
    texts.set(file, text);
    for (const specifier of referencesOf(text)) {
      if (specifier.startsWith('.')) waiting.push(...(await firstExisting(path.join(path.dirname(file), specifier))));
      else if (!isBuiltin(specifier)) await reach(specifier, path.dirname(file));
    }
  }
  const adding = [...entries].filter(
    ([name, files]) => !name.startsWith('@types/') && files.some((file) => addsToOthers(texts.get(file) ?? '')),
  );
  const ambient = adding.map(([name]) => `import '${name}';\n`).join('');
  return [
    ...[...texts].map(([file, text]) => ({ path: virtualPath(file), text })),
    { path: AMBIENT_TYPES, text: ambient },
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether a declaration file, itself a module, augments another one. */
function addsToOthers(text: string): boolean {
  return /^\s*declare module ['"]/m.test(text) && /^\s*(import|export)\b/m.test(text);
}

/** Module specifiers and referenced files of a declaration file. */
function referencesOf(text: string): string[] {
  const code = text.replace(/^\s*\*.*$/gm, '');
  const modules = [...code.matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*(['"])([^'"\n]+)\1/g)].map((m) => m[2]);
  const paths = [...text.matchAll(/\/\/\/\s*<reference\s+path=(['"])([^'"]+)\1/g)].map((m) => `./${m[2]}`);
  const types = [...text.matchAll(/\/\/\/\s*<reference\s+types=(['"])([^'"]+)\1/g)].map((m) => m[2]);
  return [...modules, ...paths, ...types].filter((specifier) => specifier !== undefined);
}

async function firstExisting(file: string): Promise<string[]> {
  for (const candidate of candidates(file)) {
    if (await existing(candidate)) return [candidate];
  }
  return [];
}

function packageNames(specifier: string): string[] {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  return [name, `@types/${name.replace(/^@/, '').replace('/', '__')}`];
}

function subpathOf(specifier: string): string {
  return `.${specifier.slice(packageNames(specifier)[0]?.length ?? 0)}` || '.';
}

/** What the editor needs of a package.json; the rest is weight. */
function manifestText({ manifest }: TypePackage): string {
  const { name, version, type, main, types, typings, exports } = manifest;
  return JSON.stringify({ name, version, type, main, types, typings, exports });
}

function virtualPath(file: string): string {
  const at = file.indexOf(`${path.sep}node_modules${path.sep}`);
  return `file://${file.slice(at).split(path.sep).join('/')}`;
}
