import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * From now on the packages that `folder` holds are loaded from there, whoever imports them. To be called before any of
 * them is loaded, so that there is one copy only. Undefined: everything is loaded from node_modules.
 */
export function preferBundledPackages(folder: string | undefined): void {
  if (folder === undefined) return;
  const { modules } = JSON.parse(readFileSync(path.join(folder, 'packages.json'), 'utf8'));
  const urls = new Map(
    Object.entries(modules).map(([name, file]) => [name, pathToFileURL(path.join(folder, String(file))).href]),
  );
  registerHooks({
    resolve(specifier, context, next) {
      const url = urls.get(specifier);
      return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true };
    },
  });
}
