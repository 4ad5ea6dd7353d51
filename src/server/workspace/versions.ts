import { randomBytes } from 'node:crypto';
import { readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Version } from '../../contract/api.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import { LIMITS } from '../../contract/limits.ts';
import { WorkspaceFile } from '../../contract/session.ts';
import { type PreparedFile, prepareFile } from './atomic-write.ts';

const StoredVersion = z.strictObject({
  schemaVersion: z.literal(1),
  savedAt: z.number(),
  reason: Version.shape.reason,
  /** True: the whole workspace as it stood; false: these files only. */
  whole: z.boolean(),
  files: z.array(WorkspaceFile),
});
export type StoredVersion = z.infer<typeof StoredVersion>;

type Known = Version & {
  /** What it is a version of, and of how many of these it is among the newest ones. */
  subjects: string[];
  amongNewest: number;
};

/** The subject of versions of the whole workspace. */
const WHOLE = '*';
/** Files read at once when the versions are loaded. */
const AT_ONCE = 16;

/** Earlier states of one workspace's files, one JSON file each in `folder` (absolute). No call takes longer the more there are, but `load` and `list`. */
export class Versions {
  readonly #folder: string;
  readonly #now: () => number;
  /** By id, oldest first. */
  readonly #known = new Map<string, Known>();
  /** The newest versions of each subject, oldest first, at most LIMITS.versionsKept. */
  readonly #newest = new Map<string, Known[]>();
  readonly #lastEdits = new Map<string, number>();
  /** That of the newest version: ids begin with one. */
  #stamp = 0;

  constructor(folder: string, now: () => number = Date.now) {
    this.#folder = folder;
    this.#now = now;
  }

  /** Reads which versions there are; a file that cannot be read is passed over and stays where it is. */
  async load(): Promise<void> {
    const names = (await readdir(this.#folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
    for (const known of [this.#known, this.#newest, this.#lastEdits]) known.clear();
    const ids = names.map((name) => name.slice(0, -'.json'.length));
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = ids.slice(at, at + AT_ONCE);
      const read = await Promise.all(some.map((id) => this.#read(id)));
      for (const [index, id] of some.entries()) {
        const stored = read[index];
        if (stored) await this.#remove(this.#add(id, stored));
      }
    }
  }

  /** Newest first. */
  list(): Version[] {
    return [...this.#known.values()]
      .map(({ id, savedAt, reason, files }): Version => ({ id, savedAt, reason, files }))
      .reverse();
  }

  /** When `path` was last kept (epoch ms) because of an edit, or null. */
  lastEdit(path: string): number | null {
    return this.#lastEdits.get(path) ?? null;
  }

  /** Keeps `files` and resolves with the version's id when that is durable. The oldest beyond the limit are dropped. */
  async keep(reason: Version['reason'], files: WorkspaceFile[], whole = false): Promise<string> {
    const { id, publish, settle } = await this.prepare(reason, files, whole);
    publish();
    await settle();
    return id;
  }

  /** The first half of `keep`: there is no such version before `publish`. */
  async prepare(
    reason: Version['reason'],
    files: WorkspaceFile[],
    whole = false,
  ): Promise<PreparedFile & { id: string }> {
    const savedAt = this.#now();
    // Of the clock, unless that was set back: ids are in the order in which versions were made.
    this.#stamp = Math.max(savedAt, this.#stamp + 1);
    const id = `${String(this.#stamp).padStart(15, '0')}-${randomBytes(4).toString('hex')}`;
    const stored: StoredVersion = { schemaVersion: 1, savedAt, reason, whole, files };
    const prepared = await prepareFile(this.#file(id), JSON.stringify(stored));
    let dropped: Known[] = [];
    const publish = () => {
      prepared.publish();
      dropped = this.#add(id, stored);
    };
    const settle = async () => {
      await prepared.settle();
      await this.#remove(dropped);
    };
    return { id, publish, settle, discard: prepared.discard };
  }

  /** Throws RW_FILE_VERSION when there is no version of this id, or it cannot be read. */
  async get(id: string): Promise<StoredVersion> {
    const stored = this.#known.has(id) ? await this.#read(id) : null;
    if (!stored) throw new RoutewrightError('RW_FILE_VERSION');
    return stored;
  }

  /** Returns those that are not among the newest of anything any more: they are not known from here on. */
  #add(id: string, { savedAt, reason, whole, files }: StoredVersion): Known[] {
    const paths = files.map((file) => file.path);
    const subjects = whole ? [WHOLE] : paths;
    const added: Known = { id, savedAt, reason, files: paths, subjects, amongNewest: subjects.length };
    this.#known.set(id, added);
    this.#stamp = Math.max(this.#stamp, Number.parseInt(id, 10) || 0);
    if (reason === 'edit') for (const path of paths) this.#lastEdits.set(path, savedAt);
    return subjects.flatMap((subject) => {
      const newest = this.#newest.get(subject) ?? [];
      this.#newest.set(subject, newest);
      newest.push(added);
      const oldest = newest.length > LIMITS.versionsKept ? newest.shift() : undefined;
      if (!oldest) return [];
      oldest.amongNewest -= 1;
      if (oldest.amongNewest > 0) return [];
      this.#known.delete(oldest.id);
      return [oldest];
    });
  }

  async #remove(dropped: readonly Known[]): Promise<void> {
    for (const { id } of dropped) await unlink(this.#file(id)).catch(() => {});
  }

  async #read(id: string): Promise<StoredVersion | null> {
    try {
      return StoredVersion.parse(JSON.parse(await readFile(this.#file(id), 'utf8')));
    } catch {
      return null;
    }
  }

  #file(id: string): string {
    return join(this.#folder, `${id}.json`);
  }
}
