import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { RoutewrightError } from '../../contract/errors.ts';
import { type Locked, readLockfile } from './lockfile.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The workbench's own lockfile, and where a build leaves a copy of it: a desktop package never holds one by its own name. */
const PLACES = ['package-lock.json', 'out/lockfile.json'];

/** The packages that this workbench runs learners' code with. */
export type Installed = { versionOf: (name: string) => string; locked: Locked };

/**
 * Reads the lockfile of the workbench that is installed in the folder `root`. Nothing is asked of the network.
 * Throws RW_HOST_NOT_BUILT when there is none.
 */
export async function installedPackages(root = ROOT): Promise<Installed> {
  const locked = readLockfile(await lockfileText(root));
  const versionOf = (name: string): string => {
    const version = locked.get(`node_modules/${name}`)?.version;
    if (version === undefined) throw new Error(`${name} is not in the lockfile`);
    return version;
  };
  return { locked, versionOf };
}

async function lockfileText(root: string): Promise<string> {
  for (const place of PLACES) {
    const text = await readFile(path.join(root, place), 'utf8').catch(() => null);
    if (text !== null) return text;
  }
  throw new RoutewrightError('RW_HOST_NOT_BUILT', { file: PLACES.join(' or ') });
}
