import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { errorMessage } from '../../contract/errors.ts';
import { StartFailedError } from './start-failed-error.ts';

/**
 * Refuses a workspace that holds a symbolic link: Node's permission model follows links out of the folders that it
 * allows. Throws StartFailedError RW_FILE_PATH; a folder that cannot be read is left to the process to report.
 */
export async function refuseLinks(workspace: string): Promise<void> {
  const entries = await readdir(workspace, { recursive: true, withFileTypes: true }).catch(() => []);
  const link = entries.find((entry) => entry.isSymbolicLink());
  if (!link) return;
  const file = path.relative(workspace, path.join(link.parentPath, link.name)).split(path.sep).join('/');
  throw new StartFailedError({ code: 'RW_FILE_PATH', message: errorMessage('RW_FILE_PATH', { file }), file });
}
