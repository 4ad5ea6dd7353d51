import { relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { isReserved } from './locate.ts';

export type Watcher = { close(): Promise<void> };

/**
 * Tells of every file below `root` (absolute) that appears, changes or goes, by its workspace path; the workspace's own
 * saves are among them. Resolves when the watch is in place. Links are not followed.
 */
export async function watchFiles(root: string, onChange: (path: string) => void): Promise<Watcher> {
  const watcher = watch(root, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => relative(root, path).split(sep).some(isReserved),
  });
  watcher.on('all', (event, path) => {
    if (event === 'add' || event === 'change' || event === 'unlink')
      onChange(relative(root, path).split(sep).join('/'));
  });
  // A folder that cannot be watched (too many watches) costs only the notice of outside changes: edits still compare.
  watcher.on('error', () => {});
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return { close: () => watcher.close() };
}
