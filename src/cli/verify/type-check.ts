import { dirname, join } from 'node:path';
import ts from 'typescript';
import { STRICTNESS } from '../../contract/compiler-options.ts';

/** One project to check: file names relative to it. `key` names it in the answer and is a path segment or several. */
export type TypedProject = { key: string; files: { path: string; text: string }[] };

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

/**
 * Type errors of many small projects, at most one a file. `root` is the folder whose node_modules answers bare imports.
 * They are one program, so that the types of the framework are read and checked once: a course takes seconds.
 * A project that declares something global (`declare module`, `declare global`) has a program of its own,
 * or it would change what the others see.
 */
export function typeProblems(root: string, projects: TypedProject[]): TypeProblem[] {
  const base = join(root, '.lesson-types');
  const known = new Map<string, ts.SourceFile | undefined>();
  const isGlobal = (project: TypedProject): boolean =>
    project.files.some((file) => /\bdeclare\s+(module|global)\b/.test(file.text));
  const together = projects.filter((project) => !isGlobal(project));
  return [together, ...projects.filter(isGlobal).map((project) => [project])].flatMap((group) =>
    group.length === 0 ? [] : checkGroup(root, base, group, known),
  );
}

function checkGroup(
  root: string,
  base: string,
  projects: TypedProject[],
  known: Map<string, ts.SourceFile | undefined>,
): TypeProblem[] {
  const texts = new Map<string, string>();
  for (const project of projects)
    for (const file of project.files) texts.set(join(base, project.key, file.path), file.text);
  const program = ts.createProgram({
    rootNames: [...texts.keys()].filter((path) => path.endsWith('.ts')),
    options: OPTIONS,
    host: createHost(root, texts, known),
  });
  return projects.flatMap((project) =>
    project.files.flatMap(({ path }) => {
      const source = path.endsWith('.ts') ? program.getSourceFile(join(base, project.key, path)) : undefined;
      if (!source) return [];
      const first = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)][0];
      if (!first) return [];
      const at = source.getLineAndCharacterOfPosition(first.start ?? 0);
      const message = ts
        .flattenDiagnosticMessageText(first.messageText, ' ')
        .replaceAll(join(base, project.key), '.')
        .replace(/\s+/g, ' ');
      return [{ key: project.key, file: path, line: at.line + 1, column: at.character + 1, message }];
    }),
  );
}

/** Files of the projects come from memory, all others from disk, read once for all programs. */
function createHost(
  root: string,
  texts: Map<string, string>,
  known: Map<string, ts.SourceFile | undefined>,
): ts.CompilerHost {
  const folders = new Set<string>();
  for (const path of texts.keys())
    for (let folder = dirname(path); folder !== root && !folders.has(folder); folder = dirname(folder))
      folders.add(folder);
  const host = ts.createCompilerHost(OPTIONS);
  return {
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
}
