import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { fileLoaded } from './loaded-files.ts';
import { positionAt } from './position.ts';
import { strippedFile } from './stripped-files.ts';
import { workspacePath } from './workspace.ts';

/** An import of the learner's that leads nowhere. `nearest` is a specifier that would work. */
export class ImportRefusedError extends Error {
  override readonly name = 'ImportRefusedError';
  readonly specifier: string;
  readonly from: string;
  readonly nearest: string | undefined;
  constructor(specifier: string, from: string, nearest?: string) {
    super(`The import ${specifier} is not available here.`);
    this.specifier = specifier;
    this.from = from;
    this.nearest = nearest;
  }
}

/**
 * Decides what the learner's modules may import: Node's own modules, `packages` (resolved from the workbench, so a
 * workspace needs no node_modules) and files of the workspace. Anything else throws ImportRefusedError.
 * Modules outside the workspace are resolved as always.
 */
export function guardImports(packages: readonly string[]): void {
  registerHooks({
    resolve(specifier, context, next) {
      const from = context.parentURL && workspacePath(context.parentURL);
      if (!from || isBuiltin(specifier)) return next(specifier, context);
      if (isRelative(specifier)) {
        const target = new URL(specifier, context.parentURL).href;
        if (!workspacePath(target)) throw new ImportRefusedError(specifier, from);
        if (existsSync(fileURLToPath(target))) return next(specifier, context);
        throw new ImportRefusedError(specifier, from, nearestFile(specifier, target));
      }
      if (!packages.includes(packageName(specifier))) throw new ImportRefusedError(specifier, from);
      return next(specifier, { ...context, parentURL: import.meta.url });
    },
    load(url, context, next) {
      // A workspace is made of modules whatever its package.json says; asking Node would make it read that file.
      const file = workspacePath(url);
      if (file) fileLoaded(file);
      if (file?.endsWith('.ts')) {
        const source = strippedFile(file);
        if (source !== undefined) return { format: 'module', source, shortCircuit: true };
        return next(url, { ...context, format: 'module-typescript' });
      }
      return next(url, context);
    },
  });
}

/** Line and column from 1 of the import of `specifier` in a file of the workspace. */
export function importPosition(file: URL, specifier: string): { line: number; column: number } | undefined {
  const text = readFileSync(file, 'utf8');
  const quoted = specifier.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const match = new RegExp(`(?:from\\s*|import\\s*\\(?\\s*)(['"\`])${quoted}\\1`).exec(text);
  if (!match) return undefined;
  return positionAt(text, match.index + match[0].length - specifier.length - 1);
}

function isRelative(specifier: string): boolean {
  return /^\.{0,2}\//.test(specifier) || specifier.startsWith('file:');
}

function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function nearestFile(specifier: string, target: string): string | undefined {
  const stem = specifier.replace(/\.(js|mjs|ts)$/, '');
  const base = target.replace(/\.(js|mjs|ts)$/, '');
  if (specifier !== `${stem}.ts` && existsSync(fileURLToPath(`${base}.ts`))) return `${stem}.ts`;
  if (existsSync(fileURLToPath(`${base}/index.ts`))) return `${stem}/index.ts`;
  return undefined;
}
