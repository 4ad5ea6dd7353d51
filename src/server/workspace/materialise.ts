import { randomBytes } from 'node:crypto';
import { lstat, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { WorkspaceFile } from '../../contract/session.ts';
import { makeFolder, NEW_FOLDER, syncFolder, writeAtomically } from './atomic-write.ts';

/**
 * Makes the workspace folder `root` (absolute) with `files`, all at once: a crash leaves either none or the whole.
 * A folder that is there stays as it is. Returns whether it was made.
 */
export async function materialise(root: string, files: () => Promise<WorkspaceFile[]>): Promise<boolean> {
  if (await lstat(root).catch(() => null)) return false;
  const staging = join(dirname(root), `.${randomBytes(6).toString('hex')}${NEW_FOLDER}`);
  await makeFolder(staging);
  try {
    for (const { path, text } of await files()) await writeAtomically(join(staging, path), text);
    await rename(staging, root);
    await syncFolder(dirname(root));
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw error;
  }
  return true;
}
