import { realpathSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether what stands at `file` (relative to the course, forward slashes) is reached without a link, neither itself
 * nor in a folder above it. `courseDir` is a real path. A path where nothing stands is plain.
 */
export function isPlainPath(courseDir: string, file: string): boolean {
  const path = join(courseDir, file);
  try {
    return realpathSync.native(path) === path;
  } catch {
    return true;
  }
}
