import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const TEMPORARY = /^\..*\.rw-(tmp|new)$/;

/** The ending of a folder that is being filled, before it gets its name. */
export const NEW_FOLDER = '.rw-new';

/** True for the name of a temporary file of `writeAtomically`, and of a folder with `NEW_FOLDER`. */
export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name);
}

const flush = promisify(fsync);

/**
 * Writes `text` to `file` (absolute) so that after a crash or a power cut either the old or the new text stands there:
 * temporary file, fsync, rename, fsync of the folder. Folders that are missing are made.
 * Resolves when the text is durable; rejects with the file system's error, and then the old text stands.
 */
export async function writeAtomically(file: string, text: string): Promise<void> {
  const folder = dirname(file);
  if (!existsSync(folder)) await makeFolder(folder);
  const temporary = join(folder, `.${basename(file).slice(0, 100)}.${randomBytes(6).toString('hex')}.rw-tmp`);
  try {
    // Only the fsyncs wait for the disk. Going to the thread pool for the rest would cost more than it takes: a save is
    // on the way of every edit.
    const descriptor = openSync(temporary, 'wx');
    try {
      writeFileSync(descriptor, text);
      await flush(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Makes what a rename or removal did in `folder` durable. Windows has no such call, and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    await flush(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes `folder` and those above it; new ones are durable when it resolves. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(dirname(made));
    if (made === first) return;
  }
}

/** Removes temporary files and folders that a crash left anywhere below `folder`; links are not followed. Returns how many. */
export async function sweepTemporaryFiles(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  let swept = 0;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const isOwn = isTemporary(entry.name) && (entry.isFile() || entry.isDirectory());
    if (isOwn) {
      await rm(path, { recursive: true });
      swept += 1;
    } else if (entry.isDirectory()) swept += await sweepTemporaryFiles(path);
  }
  return swept;
}
