import { lstatSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { WorkspacePath } from '../../contract/ids.ts';
import { LIMITS } from '../../contract/limits.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import { isReserved, locate } from './locate.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text files of the workspace at `root` (absolute), sorted by path. Left out: links, reserved names,
 * what is not UTF-8 text, and what is over the limits (any program may have put it there).
 */
export async function readFiles(root: string): Promise<WorkspaceFile[]> {
  const paths: string[] = [];
  await collect(root, '', paths);
  const files: WorkspaceFile[] = [];
  for (const path of paths.sort()) {
    const text = await readText(root, path);
    if (text !== null) files.push({ path, text });
  }
  return files;
}

/** The text at `path`, or null when there is no such text file. Throws RW_FILE_PATH for a path that leads outside. */
export async function readText(root: string, path: string): Promise<string | null> {
  const place = await locate(root, path);
  try {
    const stats = lstatSync(place, { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size > LIMITS.workspaceFileBytes) return null;
    const bytes = readFileSync(place);
    return bytes.includes(0) ? null : utf8.decode(bytes);
  } catch {
    return null;
  }
}

async function collect(folder: string, prefix: string, paths: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (paths.length >= LIMITS.workspaceFiles) return;
    const path = prefix + entry.name;
    if (isReserved(entry.name) || !WorkspacePath.safeParse(path).success) continue;
    if (entry.isDirectory()) await collect(join(folder, entry.name), `${path}/`, paths);
    else if (entry.isFile()) paths.push(path);
  }
}
