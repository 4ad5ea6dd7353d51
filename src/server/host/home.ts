import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { RoutewrightError } from '../../contract/errors.ts';
import { makeFolder, sweepTemporaryFiles } from '../workspace/atomic-write.ts';
import { diskReason } from './disk-error.ts';
import { lockHome } from './lock.ts';

/** The folder of all state: absolute paths of its parts. */
export type Home = { folder: string; workspaces: string; versions: string; progress: string; release: () => void };

/**
 * Makes and takes the home folder (absolute), and removes temporary files that a crash left.
 * Throws RW_HOST_HOME when it cannot be written, RW_HOST_IN_USE when another workbench has it.
 */
export async function openHome(folder: string): Promise<Home> {
  const home = {
    folder,
    workspaces: join(folder, 'workspaces'),
    versions: join(folder, 'versions'),
    progress: join(folder, 'progress.sqlite'),
  };
  try {
    for (const one of [home.workspaces, home.versions]) {
      await makeFolder(one);
      await access(one, constants.W_OK);
    }
  } catch (error) {
    throw unwritable(folder, error);
  }
  const release = lock(folder);
  await sweepTemporaryFiles(home.workspaces);
  await sweepTemporaryFiles(home.versions);
  return { ...home, release };
}

function lock(folder: string): () => void {
  try {
    return lockHome(folder, join(folder, 'lock.sqlite'));
  } catch (error) {
    throw error instanceof RoutewrightError ? error : unwritable(folder, error);
  }
}

function unwritable(folder: string, error: unknown): RoutewrightError {
  return new RoutewrightError('RW_HOST_HOME', { file: folder, detail: diskReason(error) }, { cause: error });
}
