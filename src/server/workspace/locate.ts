import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { RoutewrightError } from '../../contract/errors.ts';
import { WorkspacePath } from '../../contract/ids.ts';
import { isTemporary } from './atomic-write.ts';

/** Names that are never part of a workspace's files. */
const RESERVED = new Set(['node_modules', '.git', '.DS_Store']);

/** True when a file or folder of this name is left out of every workspace. */
export function isReserved(name: string): boolean {
  return RESERVED.has(name) || isTemporary(name);
}

/**
 * The absolute place of `path` in the workspace at `root` (absolute); the file itself need not be there.
 * Throws RW_FILE_PATH when the path is not a WorkspacePath, has a reserved name in it, or when any part of it is a
 * symbolic link or not a folder: nothing outside the workspace can be read or written.
 */
export async function locate(root: string, path: string): Promise<string> {
  const parts = WorkspacePath.safeParse(path).success ? path.split('/') : [];
  if (parts.length === 0 || parts.some(isReserved)) throw new RoutewrightError('RW_FILE_PATH', { file: path });
  let place = root;
  for (const [index, part] of parts.entries()) {
    place = join(place, part);
    const stats = statsOf(place, path);
    if (!stats) return join(root, ...parts);
    const isLast = index === parts.length - 1;
    if (!(isLast ? stats.isFile() : stats.isDirectory())) throw new RoutewrightError('RW_FILE_PATH', { file: path });
  }
  return place;
}

/** Synchronous: it takes microseconds, and the thread pool would take longer. */
function statsOf(place: string, path: string): Stats | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false });
  } catch (error) {
    throw new RoutewrightError('RW_FILE_PATH', { file: path }, { cause: error });
  }
}
