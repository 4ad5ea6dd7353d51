import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorMessage } from '../../contract/errors.ts';
import { LIMITS } from '../../contract/limits.ts';
import type { StrippedFile } from '../../contract/sandbox.ts';
import { StartFailedError } from './start-failed-error.ts';
import type { TypeStripper } from './type-stripper.ts';

/** Longer files are left to the learner's process. */
const LONGEST_BYTES = 256 * 1024;

/** What is not the learner's own; `.lab` is where the files of the lab are placed. */
const NOT_RUN = new Set(['node_modules', '.git', '.lab']);

/** All files of a workspace, and those in TypeScript without their types; by relative path. */
export type WorkspaceToRun = { files: string[]; stripped: Record<string, StrippedFile> };

/**
 * Looks through a workspace before it runs.
 * `textOf`: what is known of a file already; else it is read. Throws StartFailedError RW_FILE_PATH for a symbolic link:
 * Node's permission model follows links out of the folders that it allows. What cannot be read is left to the process
 * to report.
 */
export async function readWorkspace(
  workspace: string,
  textOf: (file: string) => string | null,
  stripper: TypeStripper,
): Promise<WorkspaceToRun> {
  const files = await filesBelow(workspace, '');
  const sources = files.filter((file) => file.endsWith('.ts'));
  const stripped = await Promise.all(
    sources.slice(0, LIMITS.workspaceFiles).map(async (file): Promise<[string, StrippedFile | null]> => {
      const place = path.join(workspace, file);
      const text = textOf(file) ?? (await readShort(place));
      return [file, text === null || text.length > LONGEST_BYTES ? null : await stripper.strip(file, text)];
    }),
  );
  const known = stripped.filter((pair): pair is [string, StrippedFile] => pair[1] !== null);
  return { files, stripped: Object.fromEntries(known) };
}

/** Relative paths with forward slashes. Node's own recursive `readdir` would follow links. */
async function filesBelow(workspace: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(workspace, folder), { withFileTypes: true }).catch((): Dirent[] => []);
  const own = entries.filter((entry) => !NOT_RUN.has(entry.name));
  const found = own.map(async (entry): Promise<string[]> => {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isSymbolicLink()) throw refusedLink(file);
    if (entry.isDirectory()) return filesBelow(workspace, file);
    return entry.isFile() ? [file] : [];
  });
  return (await Promise.all(found)).flat();
}

function refusedLink(file: string): StartFailedError {
  return new StartFailedError({ code: 'RW_FILE_PATH', message: errorMessage('RW_FILE_PATH', { file }), file });
}

async function readShort(file: string): Promise<string | null> {
  try {
    const { size } = await stat(file);
    return size > LONGEST_BYTES ? null : await readFile(file, 'utf8');
  } catch {
    return null;
  }
}
