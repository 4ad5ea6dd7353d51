import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Locked, readLockfile } from './lockfile.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The packages that this workbench runs learners' code with. `locked` is null in an installation without a lockfile. */
export type Installed = { versionOf: (name: string) => Promise<string>; locked: Locked | null };

/** Reads the workbench's own lockfile. Nothing is asked of the network. */
export async function installedPackages(): Promise<Installed> {
  const locked = await readFile(path.join(ROOT, 'package-lock.json'), 'utf8').then(readLockfile, () => null);
  return { locked, versionOf: async (name) => locked?.get(`node_modules/${name}`)?.version ?? versionOnDisk(name) };
}

async function versionOnDisk(name: string): Promise<string> {
  const file = path.join(ROOT, 'node_modules', name, 'package.json');
  return z.object({ version: z.string() }).parse(JSON.parse(await readFile(file, 'utf8'))).version;
}
