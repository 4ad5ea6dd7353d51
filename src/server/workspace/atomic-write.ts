import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const TEMPORARY = /^\..*\.rw-(tmp|new)$/;

/** The ending of a folder that is being filled, before it gets its name. */
export const NEW_FOLDER = '.rw-new';

/** True for the name of a temporary file of `prepareFile`, and of a folder with `NEW_FOLDER`. */
export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name);
}

const flush = promisify(fsync);

/** A whole text that is durable under a temporary name, and waits for its own. Exactly one of `publish` and `discard` is called. */
export type PreparedFile = {
  /** Gives it its name: from here on whoever reads the file reads this text. Throws the file system's error, and then the old text stands. */
  publish(): void;
  /** After `publish`: resolves when the name is durable too. Rejects with the file system's error; the new text stands all the same. */
  settle(): Promise<void>;
  discard(): void;
};

/** The first half of `writeAtomically`: nothing of it can be seen yet. Rejects with the file system's error, and leaves nothing. */
export async function prepareFile(file: string, text: string): Promise<PreparedFile> {
  const folder = dirname(file);
  if (making > 0 || !existsSync(folder)) await makeFolder(folder);
  // Names have 255 bytes at most, of which each of these characters may take three.
  const temporary = join(folder, `.${basename(file).slice(0, 60)}.${randomBytes(6).toString('hex')}.rw-tmp`);
  const discard = () => rmSync(temporary, { force: true });
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
  } catch (error) {
    discard();
    throw error;
  }
  const publish = () => {
    try {
      renameSync(temporary, file);
    } catch (error) {
      discard();
      throw error;
    }
  };
  return { publish, settle: () => syncFolder(folder), discard };
}

/**
 * Writes `text` to `file` (absolute) so that after a crash or a power cut either the old or the new text stands there:
 * temporary file, fsync, rename, fsync of the folder. Folders that are missing are made.
 * Resolves when the text is durable. Rejects with the file system's error; then the old text stands, unless only the
 * last step failed.
 */
export async function writeAtomically(file: string, text: string): Promise<void> {
  const prepared = await prepareFile(file, text);
  prepared.publish();
  await prepared.settle();
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

/** Folders that are being made, by whomever. */
let making = 0;
let made: Promise<void> = Promise.resolve();

/**
 * Makes `folder` and those above it, open to their owner only; new ones are durable when it resolves, whoever made them:
 * calls wait for each other, since one may find a folder that another has made and not synced yet.
 */
export function makeFolder(folder: string): Promise<void> {
  making += 1;
  const result = made.then(() => makeAndSync(folder));
  made = result
    .catch(() => {})
    .finally(() => {
      making -= 1;
    });
  return result;
}

async function makeAndSync(folder: string): Promise<void> {
  if (await isMade(folder)) return;
  const above = dirname(folder);
  // Node's own `recursive` never ends where nothing can be made, such as in /proc.
  if (above !== folder) await makeAndSync(above);
  await mkdir(folder, { mode: 0o700 }).catch(async (error: unknown) => {
    // Another process was faster.
    if (!(await isMade(folder))) throw error;
  });
  await syncFolder(above);
}

/** Whether `folder` is there. Throws EEXIST for a file, and what else keeps one from knowing. */
async function isMade(folder: string): Promise<boolean> {
  const entry = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (entry === null) return false;
  if (entry.isDirectory()) return true;
  throw Object.assign(new Error(`EEXIST: ${folder} is a file`), { code: 'EEXIST' });
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
