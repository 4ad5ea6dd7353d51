import { isBuiltin } from 'node:module';
import type { WorkspaceFile } from '../../contract/session.ts';

const IMPORT = /\b(?:from|import(?:\s*\()?)\s*(['"])([^'"\n]+)\1/g;

/** Names of the packages of `known` that these files import, in order of the alphabet. Reads text, runs nothing. */
export function importsOf(files: readonly WorkspaceFile[], known: readonly string[]): string[] {
  const found = new Set<string>();
  for (const { text } of files) {
    for (const [, , specifier = ''] of text.matchAll(IMPORT)) {
      if (specifier.startsWith('.') || isBuiltin(specifier)) continue;
      const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
      if (known.includes(name)) found.add(name);
    }
  }
  return [...found].toSorted();
}
