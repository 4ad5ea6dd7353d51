import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { BundledPackages } from '../../contract/sandbox.ts';
import type { Runtime } from './runtime.ts';

const BUNDLES = fileURLToPath(new URL('../../../out/sandbox/', import.meta.url));
const Manifest = z.looseObject({ version: z.string() });

/**
 * The folder with a runtime's packages in fewer files, as `npm run build` makes it. Null when there is none, or when it
 * was made of other packages or versions than are installed: then processes load what is installed.
 * `modules`: the `node_modules` folders, nearest first.
 */
export async function bundledPackages(
  runtime: Runtime,
  modules: readonly string[],
  bundles = BUNDLES,
): Promise<string | null> {
  const folder = path.join(bundles, path.basename(runtime.dir));
  try {
    const text = await readFile(path.join(folder, 'packages.json'), 'utf8');
    const { versions } = BundledPackages.parse(JSON.parse(text));
    const installed = await Promise.all(runtime.packages.map((name) => installedVersion(name, modules)));
    const isSame = runtime.packages.every(
      (name, at) => versions[name] !== undefined && versions[name] === installed[at],
    );
    return isSame ? folder : null;
  } catch {
    return null;
  }
}

async function installedVersion(name: string, modules: readonly string[]): Promise<string | null> {
  for (const folder of modules) {
    const text = await readFile(path.join(folder, name, 'package.json'), 'utf8').catch(() => null);
    if (text !== null) return Manifest.parse(JSON.parse(text)).version;
  }
  return null;
}
