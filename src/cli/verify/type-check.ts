import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { STRICTNESS } from '../../contract/compiler-options.ts';
import { type DistinctFile, type ProjectGroup, projectGroups, type TypedProject } from './distinct-files.ts';

/** The first type error of a project. Lines and columns from 1. */
export type TypeProblem = { key: string; file: string; line: number; column: number; message: string };

/** Modules and libraries as Node finds them. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  lib: ['lib.esnext.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  types: ['node'],
  ...STRICTNESS,
};

type Known = Map<string, ts.SourceFile | undefined>;

/**
 * Type errors of many small projects, at most one a file. `root` is the folder whose node_modules answers bare imports.
 * They are few programs, so that the types of the framework are read and checked once, and each file is in them once,
 * however many projects have it.
 */
export function typeProblems(root: string, projects: TypedProject[]): TypeProblem[] {
  const base = join(root, '.lesson-types');
  const known: Known = new Map();
  const found = projectGroups(projects, false).flatMap((group) => {
    const problems = checkGroup(root, base, group, known);
    if (problems.length === 0) return [];
    // What one project declares for all may not fit what another one does; then each has its own.
    const own = new Set([...group.values()].flatMap((file) => file.projects));
    return projectGroups([...own], true).flatMap((strict) => checkGroup(root, base, strict, known));
  });
  const order = new Map(projects.map(({ key }, at) => [key, at]));
  return found.sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0));
}

function checkGroup(root: string, base: string, group: ProjectGroup, known: Known): TypeProblem[] {
  const files = [...new Set(group.values())];
  const program = ts.createProgram({
    rootNames: files.map((file) => placeOf(base, file)),
    options: OPTIONS,
    host: createHost(root, base, group, known),
  });
  return files.flatMap((file) => {
    const source = program.getSourceFile(placeOf(base, file));
    if (!source) return [];
    const first = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)][0];
    if (!first) return [];
    const at = source.getLineAndCharacterOfPosition(first.start ?? 0);
    const message = ts
      .flattenDiagnosticMessageText(first.messageText, ' ')
      .replaceAll(join(base, file.projects[0]?.key ?? ''), '.')
      .replace(/\s+/g, ' ');
    return file.projects.map(({ key }) => ({
      key,
      file: file.path,
      line: at.line + 1,
      column: at.character + 1,
      message,
    }));
  });
}

/** Where the program believes the file to be: in the first project that has it. */
function placeOf(base: string, { path, projects: [first] }: DistinctFile): string {
  return join(base, first?.key ?? '', path);
}

/** Files of the projects come from memory, all others from disk, read once for all programs. */
function createHost(root: string, base: string, group: ProjectGroup, known: Known): ts.CompilerHost {
  const texts = new Map([...group.values()].map((file) => [placeOf(base, file), file.text]));
  const folders = new Set<string>();
  for (const path of texts.keys())
    for (let folder = dirname(path); folder !== root && !folders.has(folder); folder = dirname(folder))
      folders.add(folder);
  const host = ts.createCompilerHost(OPTIONS);
  const own = (name: string, from: string): string | undefined => {
    const file = name.startsWith('.') && texts.has(from) && group.get(relative(base, join(dirname(from), name)));
    return file ? placeOf(base, file) : undefined;
  };
  const cache = ts.createModuleResolutionCache(root, (name) => name, OPTIONS);
  const files: ts.CompilerHost = {
    ...host,
    getCurrentDirectory: () => root,
    fileExists: (path) => texts.has(path) || host.fileExists(path),
    readFile: (path) => texts.get(path) ?? host.readFile(path),
    directoryExists: (path) => folders.has(path) || ts.sys.directoryExists(path),
    realpath: (path) => (texts.has(path) || folders.has(path) ? path : (host.realpath?.(path) ?? path)),
    getSourceFile: (path, options) => {
      const text = texts.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, options);
      if (!known.has(path)) known.set(path, host.getSourceFile(path, options));
      return known.get(path);
    },
  };
  return {
    ...files,
    resolveModuleNameLiterals: (literals, from, redirected, options, source) =>
      literals.map((literal) => {
        const path = own(literal.text, from);
        if (path) return { resolvedModule: { resolvedFileName: path, extension: ts.Extension.Ts } };
        const mode = ts.getModeForUsageLocation(source, literal, options);
        return ts.resolveModuleName(literal.text, from, options, files, cache, redirected, mode);
      }),
  };
}
