import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const Manifest = z.looseObject({
  name: z.string().optional(),
  types: z.string().optional(),
  typings: z.string().optional(),
  exports: z.unknown().optional(),
});

/** A package on disk, as far as type declarations are concerned. */
export type TypePackage = { dir: string; manifest: z.infer<typeof Manifest>; text: string };

/** The package `name` as a module in `from` would find it, or undefined. */
export async function findPackage(name: string, from: string): Promise<TypePackage | undefined> {
  for (let at = from; ; at = path.dirname(at)) {
    const dir = path.join(at, 'node_modules', name);
    const text = await readFile(path.join(dir, 'package.json'), 'utf8').catch(() => undefined);
    if (text !== undefined) return { dir, manifest: Manifest.parse(JSON.parse(text)), text };
    if (path.dirname(at) === at) return undefined;
  }
}

/** Declaration files that `subpath` (`.` or `./x`) of a package stands for, by `exports` and by `types`; absolute. */
export async function entriesOf(found: TypePackage, subpath: string): Promise<string[]> {
  const { types, typings, exports } = found.manifest;
  const targets = [exportTarget(exports, subpath)];
  if (subpath === '.') targets.push(types ?? typings ?? './index.d.ts');
  else targets.push(subpath);
  const files = targets.flatMap((target) => (target ? candidates(path.join(found.dir, target)) : []));
  return (await Promise.all(files.map(existing))).flatMap((file) => file ?? []);
}

/** Where the declarations of a module path may lie, in TypeScript's order. */
export function candidates(file: string): string[] {
  if (/\.d\.[cm]?ts$/.test(file)) return [file];
  const swapped = file.replace(/\.([cm]?)[jt]s$/, '.d.$1ts');
  if (swapped !== file) return [swapped];
  return [`${file}.d.ts`, path.join(file, 'index.d.ts')];
}

export async function existing(file: string): Promise<string | undefined> {
  return access(file).then(
    () => file,
    () => undefined,
  );
}

/** What `exports` names for types: the `types` condition below `import`, `default` or `require`, else their target; what learners write are ES modules. */
function exportTarget(exports: unknown, subpath: string): string | undefined {
  if (typeof exports === 'string') return subpath === '.' ? exports : undefined;
  if (!isRecord(exports)) return undefined;
  const bySubpath = Object.keys(exports).some((key) => key.startsWith('.'));
  if (!bySubpath) return subpath === '.' ? condition(exports) : undefined;
  if (subpath in exports) return condition(exports[subpath]);
  for (const [pattern, value] of Object.entries(exports)) {
    const [head = '', tail] = pattern.split('*');
    if (tail === undefined || !subpath.startsWith(head) || !subpath.endsWith(tail)) continue;
    return condition(value)?.replace('*', subpath.slice(head.length, subpath.length - tail.length));
  }
  return undefined;
}

function condition(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!isRecord(value)) return undefined;
  for (const name of ['types', 'import', 'default', 'require']) {
    const found = condition(value[name]);
    if (found) return found;
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
