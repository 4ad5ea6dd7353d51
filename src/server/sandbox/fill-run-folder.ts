import { copyFileSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { WorkspaceFile } from '../../contract/session.ts';

/** More files than any lesson has; a folder that somebody filled otherwise must not hold up the server. */
const MOST_FILES = 1_000;

/** Of the folder; a workspace's own folder of this name is never linked. */
const LAB = '.lab';

/**
 * Gives a process the files of a workspace (relative paths) in the one folder that it may read. Saves never write into a
 * file but replace it, so a link to each is a copy of this revision. What is gone meanwhile is left out.
 * `lab`: files of its own, which go below `.lab/`.
 */
export function fillRunFolder(
  folder: string,
  workspace: string,
  files: readonly string[],
  lab: readonly WorkspaceFile[] = [],
): void {
  if (lab.length > 0) mkdirSync(path.join(folder, LAB), { recursive: true });
  for (const { path: file, text } of lab) writeFileSync(path.join(folder, LAB, file), text);
  const made = new Set(['.']);
  for (const file of files.slice(0, MOST_FILES)) {
    const below = path.dirname(file);
    if (!made.has(below)) mkdirSync(path.join(folder, below), { recursive: true });
    made.add(below);
    place(path.join(workspace, file), path.join(folder, file));
  }
}

function place(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copy(from, to);
  }
}

/** The temporary folder may lie on another disk, or on one that knows no links. */
function copy(from: string, to: string): void {
  try {
    copyFileSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
