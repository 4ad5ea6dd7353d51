import { randomBytes } from 'node:crypto';
import { lstat, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RoutewrightError } from '../../contract/errors.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import { diskReason } from '../host/disk-error.ts';
import { makeFolder, NEW_FOLDER, syncFolder, writeAtomically } from './atomic-write.ts';

/**
 * Makes the workspace folder `root` (absolute) with `files`, all at once: a crash leaves either none or the whole.
 * A folder that is there stays as it is. Returns whether it was made. Throws RW_HOST_HOME when it cannot be.
 */
export async function materialise(root: string, files: () => Promise<WorkspaceFile[]>): Promise<boolean> {
  if (await lstat(root).catch(() => null)) return false;
  const starter = await files();
  const staging = join(dirname(root), `.${randomBytes(6).toString('hex')}${NEW_FOLDER}`);
  try {
    await makeFolder(staging);
    for (const { path, text } of starter) await writeAtomically(join(staging, path), text);
    await rename(staging, root);
    await syncFolder(dirname(root));
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw new RoutewrightError('RW_HOST_HOME', { file: root, detail: diskReason(error) }, { cause: error });
  }
  return true;
}
