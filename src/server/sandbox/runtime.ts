import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { RoutewrightError } from '../../contract/errors.ts';
import { RuntimeDescriptor } from '../../contract/sandbox.ts';

/** A runtime as it lies on disk. `dir` is the absolute folder of its descriptor. */
export type Runtime = RuntimeDescriptor & { dir: string };

const SANDBOX_ROOM = fileURLToPath(new URL('../../sandbox/', import.meta.url));

/**
 * Reads `src/sandbox/<id>/runtime.json`.
 * Throws RoutewrightError RW_HOST_RUNTIME when there is none or it is not valid.
 */
export async function loadRuntime(id: string): Promise<Runtime> {
  const dir = path.join(SANDBOX_ROOM, path.basename(id));
  try {
    const text = await readFile(path.join(dir, 'runtime.json'), 'utf8');
    return { ...RuntimeDescriptor.parse(JSON.parse(text)), dir };
  } catch (cause) {
    throw new RoutewrightError('RW_HOST_RUNTIME', { detail: id }, { cause });
  }
}

/**
 * The pinned Node: the one that runs this program if it has the same major version as the npm package `node`,
 * else the binary of that package. Throws RW_HOST_RUNTIME when there is neither.
 */
export async function nodeBinary(modules: readonly string[]): Promise<string> {
  if (process.versions.node.startsWith('26.') && !process.versions.electron) return process.execPath;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const folder of modules) {
    const candidate = path.join(folder, 'node', 'bin', name);
    if (await exists(candidate)) return candidate;
  }
  throw new RoutewrightError('RW_HOST_RUNTIME', { detail: 'node' });
}

/** Every `node_modules` folder at or above `dir`, nearest first. */
export async function moduleFolders(dir: string): Promise<string[]> {
  const found: string[] = [];
  for (let at = dir; ; at = path.dirname(at)) {
    const candidate = path.join(at, 'node_modules');
    if (await exists(candidate)) found.push(candidate);
    if (path.dirname(at) === at) return found;
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
