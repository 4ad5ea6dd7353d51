import { stripTypeScriptTypes } from 'node:module';
import type { StrippedFile } from '../../contract/sandbox.ts';
import { currentWorkspace } from './workspace.ts';

let files = new Map<string, StrippedFile>();

/** The files of the workspace (by relative path) that the server has stripped of their types already. */
export function takeStrippedFiles(given: Record<string, StrippedFile>): void {
  files = new Map(Object.entries(given));
}

/** The JavaScript of a file, or undefined when it was not given. Throws what the parser threw. */
export function strippedFile(file: string): string | undefined {
  const given = files.get(file);
  if (given === undefined || 'code' in given) return given?.code;
  const { code, message, stack } = given.refused;
  throw Object.assign(new SyntaxError(message), { code, stack: `${currentWorkspace()?.url ?? ''}${stack}` });
}

/** The JavaScript of a file that was given, else of `text`. Throws what the parser throws. */
export function withoutTypes(file: string, text: string): string {
  return strippedFile(file) ?? stripTypeScriptTypes(text);
}
