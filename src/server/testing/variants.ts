import type { WorkspaceFile } from '../../contract/session.ts';
import { folderOfGlob, matchesPath } from '../../core/check/path-glob.ts';

/** A program to run the learner's tests against, with these tests in it. */
export type Variant = { kind: 'own' | 'right' | 'planted'; id: string; files: WorkspaceFile[] };

/** Programs of a lesson: its solution, and the same with one bug each. */
export type Programs = { solution: WorkspaceFile[]; planted: { id: string; files: WorkspaceFile[] }[] };

/** The variant of a planted bug. */
export function plantedId(bug: string): string {
  return `planted/${bug}`;
}

/** The files that any of the globs means, by path. */
export function testFiles(files: readonly WorkspaceFile[], globs: readonly string[]): string[] {
  return files
    .map(({ path }) => path)
    .filter((path) => globs.some((glob) => matchesPath(glob, path)))
    .sort();
}

/**
 * The learner's own program first, then the right one and those with a bug. These get the tests, and everything that lies in
 * their folders, from the learner and nothing there of the lesson's. When the learner's program is the right one already
 * it is not run twice.
 */
export function variantsOf(own: WorkspaceFile[], globs: readonly string[], programs: Programs): Variant[] {
  const folders = globs.map(folderOfGlob).filter((folder) => folder !== '');
  const isOfTests = (path: string) =>
    folders.some((folder) => path.startsWith(`${folder}/`)) || globs.some((glob) => matchesPath(glob, path));
  const tests = own.filter(({ path }) => isOfTests(path));
  const withTests = (files: WorkspaceFile[]) => [...files.filter(({ path }) => !isOfTests(path)), ...tests];
  const right = withTests(programs.solution);
  return [
    { kind: 'own', id: 'own', files: own },
    ...(isSame(own, right) ? [] : [{ kind: 'right' as const, id: 'right', files: right }]),
    ...programs.planted.map(({ id, files }) => ({
      kind: 'planted' as const,
      id: plantedId(id),
      files: withTests(files),
    })),
  ];
}

/** Only code counts: a plan or notes that differ change no test. */
function isSame(one: readonly WorkspaceFile[], other: readonly WorkspaceFile[]): boolean {
  const code = (files: readonly WorkspaceFile[]) =>
    new Map(files.filter(({ path }) => !/\.(md|ya?ml)$/.test(path)).map(({ path, text }) => [path, text]));
  const [a, b] = [code(one), code(other)];
  return a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);
}
