import { existsSync } from 'node:fs';
import { lstat, rename, rmdir, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Version } from '../../contract/api.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import { LIMITS } from '../../contract/limits.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import { diskReason } from '../host/disk-error.ts';
import { makeFolder, type PreparedFile, prepareFile, syncFolder } from './atomic-write.ts';
import { FileConflictError } from './conflict.ts';
import { locate } from './locate.ts';
import { readFiles, readText } from './read-files.ts';
import type { Versions } from './versions.ts';

/** Edits of one file within this time (ms) become one step of its history. */
const BURST_MS = 5_000;

export type EditOptions = {
  /** True: what stands there becomes a step of the history of its own, however young it is. */
  keep?: boolean;
  /** Called once, as soon as whoever reads the file reads the new text; it is not durable yet. */
  onVisible?: () => void;
};

type WriteOptions = Pick<EditOptions, 'onVisible'> & { before?: { text: string; keptFirst: boolean } };

/** A file as it changed outside; null: it was removed there. */
export type OutsideChange = { path: string; text: string | null };

/**
 * One lesson's files on disk. Calls must not overlap: the session puts them in a row.
 * What is replaced or removed is kept in `versions` first.
 */
export class Workspace {
  readonly root: string;
  readonly versions: Versions;
  readonly #now: () => number;
  /** What this workspace last saw on disk: anything else there came from outside. */
  #seen = new Map<string, string>();
  readonly #removedOutside = new Set<string>();
  /** Files whose present text came from outside: the next edit keeps it whatever the time. */
  readonly #fromOutside = new Set<string>();

  constructor(root: string, versions: Versions, now: () => number = Date.now) {
    this.root = root;
    this.versions = versions;
    this.#now = now;
  }

  /** Reads the folder as it is. */
  async load(): Promise<void> {
    this.#seen = new Map((await readFiles(this.root)).map((file) => [file.path, file.text]));
  }

  /** Sorted by path. */
  files(): WorkspaceFile[] {
    return [...this.#seen].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  text(path: string): string | null {
    return this.#seen.get(path) ?? null;
  }

  /**
   * Saves an edit of a file that is there (or was removed outside). Resolves when it is durable.
   * Throws FileConflictError when the file changed outside since it was last seen (nothing is written, both texts are
   * kept, and what stands on disk counts as seen), RW_FILE_NOT_FOUND, RW_FILE_TOO_LARGE, RW_FILE_PATH, RW_FILE_NOT_SAVED.
   */
  async edit(path: string, text: string, { keep = false, onVisible }: EditOptions = {}): Promise<void> {
    assertSize(path, text);
    const onDisk = await readText(this.root, path);
    const seen = this.#seen.get(path);
    if (onDisk === null && seen === undefined && !this.#removedOutside.has(path)) {
      throw new RoutewrightError('RW_FILE_NOT_FOUND', { file: path });
    }
    if (onDisk !== null && onDisk !== seen && onDisk !== text) {
      await this.refuse(path, text, onDisk);
      throw new FileConflictError(path, onDisk);
    }
    if (onDisk === null) await this.#assertNotUnreadable(path);
    const isAnothers = keep || this.#fromOutside.has(path);
    const isStep = onDisk !== null && onDisk !== text && (isAnothers || !this.#isBurst(path));
    await this.#write(path, text, {
      onVisible,
      before: isStep ? { text: onDisk, keptFirst: isAnothers } : undefined,
    });
  }

  /** Keeps an edit that is refused because `theirs` stands on disk, and takes `theirs` as seen. */
  async refuse(path: string, mine: string, theirs: string): Promise<void> {
    if (mine !== theirs) await this.#keep('edit', [{ path, text: mine }]);
    this.#seen.set(path, theirs);
    this.#fromOutside.add(path);
  }

  /** Throws RW_FILE_EXISTS, RW_FILE_TOO_MANY, RW_FILE_TOO_LARGE, RW_FILE_PATH, RW_FILE_NOT_SAVED. */
  async create(path: string, text: string): Promise<void> {
    assertSize(path, text);
    await this.#assertFree(path);
    if (this.#seen.size >= LIMITS.workspaceFiles) {
      throw new RoutewrightError('RW_FILE_TOO_MANY', { limit: LIMITS.workspaceFiles });
    }
    await this.#write(path, text);
  }

  /** Throws RW_FILE_NOT_FOUND, RW_FILE_EXISTS, RW_FILE_PATH, RW_FILE_NOT_SAVED. */
  async rename(from: string, to: string): Promise<void> {
    const text = await this.#present(from);
    await this.#assertFree(to);
    const [source, target] = [await locate(this.root, from), await locate(this.root, to)];
    await this.#saving(to, async () => {
      await makeFolder(dirname(target));
      await rename(source, target);
      this.#seen.delete(from);
      this.#seen.set(to, text);
      await syncFolder(dirname(target));
      if (dirname(source) !== dirname(target)) await syncFolder(dirname(source));
    });
    await this.#removeEmptyFolders(dirname(source));
  }

  /** Removes the file; its text is kept as a version. Throws RW_FILE_NOT_FOUND, RW_FILE_PATH, RW_FILE_NOT_SAVED. */
  async remove(path: string): Promise<void> {
    const text = await this.#present(path);
    await this.#keep('remove', [{ path, text }]);
    await this.#delete(path);
  }

  /** Makes `files` all there is. What stood there is kept as one version, whose id is returned. */
  async replaceAll(files: WorkspaceFile[]): Promise<string> {
    const before = await readFiles(this.root);
    const undo = await this.#keep('reset', before, true);
    const known = new Set(before.map((file) => file.path));
    for (const { path } of files) if (!known.has(path)) await this.#assertNotUnreadable(path);
    await this.#writeAll(files);
    const kept = new Set(files.map((file) => file.path));
    for (const { path } of before) if (!kept.has(path)) await this.#delete(path);
    await this.load();
    return undo;
  }

  /** Brings a version back; what it replaces is kept as a version itself. Throws RW_FILE_VERSION. */
  async restore(id: string): Promise<void> {
    const version = await this.versions.get(id);
    if (version.whole) {
      await this.replaceAll(version.files);
      return;
    }
    for (const { path, text } of version.files) {
      const present = await readText(this.root, path);
      if (present === null) await this.#assertNotUnreadable(path);
      else if (present !== text) await this.#keep('edit', [{ path, text: present }]);
      await this.#write(path, text);
    }
  }

  /** What is on disk at `path` now, if it is not what this workspace last saw; the earlier text is kept as a version. */
  async takeOutsideChange(path: string): Promise<OutsideChange | null> {
    const onDisk = await readText(this.root, path).catch(() => null);
    const seen = this.#seen.get(path);
    if (onDisk === (seen ?? null)) return null;
    if (onDisk !== null && seen === undefined && this.#seen.size >= LIMITS.workspaceFiles) return null;
    if (seen !== undefined) await this.#keep('outside', [{ path, text: seen }]);
    if (onDisk === null) {
      this.#seen.delete(path);
      this.#removedOutside.add(path);
    } else {
      this.#seen.set(path, onDisk);
      this.#fromOutside.add(path);
    }
    return { path, text: onDisk };
  }

  #isBurst(path: string): boolean {
    const last = this.versions.lastEdit(path);
    if (last === null) return false;
    const since = this.#now() - last;
    // Less than nothing: the clock was set back, and would hide every step until it is there again.
    return since >= 0 && since < BURST_MS;
  }

  /** Writes the file; the version `before` is durable when this resolves, or already before the file changes (`keptFirst`). */
  async #write(path: string, text: string, { before, onVisible }: WriteOptions = {}): Promise<void> {
    const place = await locate(this.root, path);
    await this.#saving(path, async () => {
      const [file, version] = await allOrNone([
        prepareFile(place, text),
        ...(before ? [this.versions.prepare('edit', [{ path, text: before.text }])] : []),
      ]);
      try {
        version?.publish();
        if (before?.keptFirst) await version?.settle();
      } catch (error) {
        file?.discard();
        throw error;
      }
      file?.publish();
      this.#isSeen(path, text);
      onVisible?.();
      await Promise.all([file?.settle(), before?.keptFirst ? undefined : version?.settle()]);
    });
  }

  /** Writes all of them; when one of the texts does not fit on the disk, none. */
  async #writeAll(files: WorkspaceFile[]): Promise<void> {
    const placed: { file: WorkspaceFile; place: string }[] = [];
    for (const file of files) placed.push({ file, place: await locate(this.root, file.path) });
    await this.#saving(files[0]?.path ?? '', async () => {
      const prepared = await allOrNone(placed.map(({ file, place }) => prepareFile(place, file.text)));
      try {
        for (const { path, text } of files) {
          prepared.shift()?.publish();
          this.#isSeen(path, text);
        }
      } finally {
        for (const one of prepared) one.discard();
      }
      await Promise.all([...new Set(placed.map(({ place }) => dirname(place)))].map(syncFolder));
    });
  }

  #isSeen(path: string, text: string): void {
    // UTF-8 has no halves of a character: what stands on disk is this.
    this.#seen.set(path, text.toWellFormed());
    this.#fromOutside.delete(path);
    this.#removedOutside.delete(path);
  }

  async #delete(path: string): Promise<void> {
    const place = await locate(this.root, path);
    await this.#saving(path, async () => {
      await unlink(place);
      this.#seen.delete(path);
      await syncFolder(dirname(place));
    });
    await this.#removeEmptyFolders(dirname(place));
  }

  async #removeEmptyFolders(folder: string): Promise<void> {
    for (let one = folder; one.length > this.root.length && one.startsWith(this.root); one = dirname(one)) {
      try {
        await rmdir(one);
      } catch {
        return;
      }
    }
  }

  async #present(path: string): Promise<string> {
    const text = await readText(this.root, path);
    if (text === null) throw new RoutewrightError('RW_FILE_NOT_FOUND', { file: path });
    return text;
  }

  /** What came from outside and is no text, or too large, cannot be kept: it must not be written over either. */
  async #assertNotUnreadable(path: string): Promise<void> {
    const place = await locate(this.root, path);
    if (!existsSync(place)) return;
    const detail = 'something that is no text, or too large, came there from outside.';
    throw new RoutewrightError('RW_FILE_NOT_SAVED', { file: path, detail });
  }

  async #assertFree(path: string): Promise<void> {
    const place = await locate(this.root, path);
    const there = await lstat(place).catch(() => null);
    if (there) throw new RoutewrightError('RW_FILE_EXISTS', { file: path });
  }

  /** Keeps a version. Throws RW_FILE_NOT_SAVED; then what it should have kept is not replaced either. */
  async #keep(reason: Version['reason'], files: WorkspaceFile[], whole = false): Promise<string> {
    return this.#saving(files[0]?.path ?? '', () => this.versions.keep(reason, files, whole));
  }

  async #saving<T>(file: string, write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (error instanceof RoutewrightError) throw error;
      throw new RoutewrightError('RW_FILE_NOT_SAVED', { file, detail: diskReason(error) }, { cause: error });
    }
  }
}

function assertSize(file: string, text: string): void {
  const limit = LIMITS.workspaceFileBytes;
  if (Buffer.byteLength(text) > limit) throw new RoutewrightError('RW_FILE_TOO_LARGE', { file, limit });
}

/** What was prepared, or, when a part could not be, none of it. */
async function allOrNone(parts: Promise<PreparedFile>[]): Promise<PreparedFile[]> {
  const results = await Promise.allSettled(parts);
  const prepared = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) {
    for (const one of prepared) one.discard();
    throw failed.reason;
  }
  return prepared;
}
