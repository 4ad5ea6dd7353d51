import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { errorMessage } from '../../contract/errors.ts';
import type { StartFailure } from '../../contract/sandbox.ts';
import { importPosition } from './imports.ts';
import { loadedFiles } from './loaded-files.ts';
import type { Position } from './position.ts';
import { withoutTypes } from './stripped-files.ts';
import { type Workspace, workspacePath } from './workspace.ts';

/** What Node cannot strip, in the learner's terms (the parser's own words on the left). */
const NOT_ERASABLE: readonly [RegExp, string][] = [
  [/enum/i, 'enum needs a compiler; use a union such as `type Status = "lent" | "home"` instead'],
  [/parameter property/i, 'a parameter property needs a compiler; declare the field and assign it in the constructor'],
  [/namespace/i, 'namespace needs a compiler; use a module (a file of its own) instead'],
  [/import.*=|export.*=/i, 'this form of import needs a compiler; use `import … from "…"` instead'],
  [/angle|type assertion/i, 'write the assertion as `value as Type`'],
];

/** RW_CODE_SYNTAX with its place, or undefined when the error was thrown while running (such as by JSON.parse). */
export function syntaxFailure(error: SyntaxError, workspace: Workspace): StartFailure | undefined {
  const exported =
    /^The requested module '(?<from>.+)' does not provide an export named '(?<name>.+)'/.exec(error.message) ??
    /^Named export '(?<name>.+)' not found\. The requested module '(?<from>.+)' is a CommonJS/.exec(error.message);
  const { from, name } = exported?.groups ?? {};
  if (from && name) return missingExport(error, from, name, workspace);
  const at =
    decorated(error.stack ?? '') ?? (isParserStack(error.stack) ? findInLoadedFiles(error, workspace) : undefined);
  if (!at && !isParserStack(error.stack)) return undefined;
  return failure(detailOf(error), at);
}

function failure(detail: string, at: Partial<Position> | undefined): StartFailure {
  return { code: 'RW_CODE_SYNTAX', message: errorMessage('RW_CODE_SYNTAX', { detail }), ...at };
}

function detailOf(error: SyntaxError): string {
  const unsupported = 'code' in error && error.code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX';
  const known = unsupported && NOT_ERASABLE.find(([pattern]) => pattern.test(error.message));
  if (known) return known[1];
  return error.message.replace("got '<eof>'", 'but the file ends here');
}

/** Node puts `file:line`, the line and a row of carets in front of the stack of what its parsers refuse. */
function decorated(stack: string): Position | undefined {
  const match = /^(.+):(\d+)\n([\s\S]*?)\n\n?\w*Error/.exec(stack);
  const url = match?.[1];
  if (!match || !url) return undefined;
  const file = workspacePath(url.startsWith('file:') ? url : `file://${url}`);
  if (!file) return undefined;
  const lines = (match[3] ?? '').split('\n');
  const carets = lines.find((line) => /^\s*\^+\s*$/.test(line));
  const lastLine = lines.at(-1) ?? '';
  return { file, line: Number(match[2]), column: carets ? carets.indexOf('^') + 1 : lastLine.length + 1 };
}

/** Whether the error comes from compiling a module: no frame of running code in front of Node's loader. */
function isParserStack(stack: string | undefined): boolean {
  return /^\w*Error.*\n\s+at (compileSourceTextModule|parseTypeScript|ModuleJob|#?\w*[mM]odule)/.test(stack ?? '');
}

function missingExport(error: SyntaxError, specifier: string, name: string, workspace: Workspace): StartFailure {
  const detail = `${specifier} has no export named ${name}`;
  const at = decorated(error.stack ?? '');
  if (at) return failure(detail, at);
  for (const file of loadedFiles()) {
    const position = importPosition(new URL(file, workspace.url), specifier);
    if (position) return failure(detail, { file, ...position });
  }
  return failure(detail, undefined);
}

/**
 * V8 does not say where a module has an early error (`const` twice, a bad regular expression). The same code as a
 * script does: imports and exports are blanked, lines and columns stay.
 */
function findInLoadedFiles(error: SyntaxError, workspace: Workspace): Position | undefined {
  for (const file of loadedFiles().reverse()) {
    const found = compileError(file, readFileSync(new URL(file, workspace.url), 'utf8'));
    if (found && found.message === error.message) return { file, line: found.line, column: found.column };
  }
  return undefined;
}

function compileError(file: string, source: string): { message: string; line: number; column: number } | undefined {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  try {
    const plain = withoutTypes(file, source)
      .replace(/^[ \t]*import\b[^'"`;]*?(['"])[^'"\n]*\1;?/gm, blank)
      .replace(/^[ \t]*export\s*(\{[^}]*\}|\*)[^;\n]*;?/gm, blank)
      .replace(/^([ \t]*)export\s+(default\s+)?/gm, blank);
    new Script(`(async () => {\n${plain}\n})`, { filename: 'learner', lineOffset: -1 });
  } catch (error) {
    const match = error instanceof SyntaxError && /^learner:(\d+)\n[\s\S]*?\n(\s*)\^/.exec(error.stack ?? '');
    if (error instanceof SyntaxError && match) {
      return { message: error.message, line: Number(match[1]), column: (match[2]?.length ?? 0) + 1 };
    }
  }
  return undefined;
}
