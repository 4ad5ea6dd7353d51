import type { WorkspaceFile } from '../../../contract/session.ts';

/** `missing`: the learner has no such file. `mine`: the solution has none. */
export type FileChange = { path: string; kind: 'changed' | 'missing' | 'mine'; mine?: string; theirs?: string };

/** The files in which the learner's workspace and the solution differ, those of the solution first, each by path. */
export function compareFiles(mine: WorkspaceFile[], solution: WorkspaceFile[]): FileChange[] {
  const own = new Map(mine.map((file) => [file.path, file.text]));
  const theirs = new Map(solution.map((file) => [file.path, file.text]));
  const changes: FileChange[] = [];
  for (const [path, text] of [...theirs].sort(([a], [b]) => a.localeCompare(b))) {
    const old = own.get(path);
    if (old === undefined) changes.push({ path, kind: 'missing', theirs: text });
    else if (old !== text) changes.push({ path, kind: 'changed', mine: old, theirs: text });
  }
  for (const [path, text] of own) if (!theirs.has(path)) changes.push({ path, kind: 'mine', mine: text });
  return changes;
}
