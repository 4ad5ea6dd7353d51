import { realpath } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Whether what stands at `file` (relative to the course, forward slashes) is reached without a link, neither itself
 * nor in a folder above it. `courseDir` is a real path. A path where nothing stands is plain.
 */
export async function isPlainPath(courseDir: string, file: string): Promise<boolean> {
  const path = join(courseDir, file);
  return (await realpath(path).catch(() => path)) === path;
}
