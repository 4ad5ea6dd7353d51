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

/** Earlier states of one workspace's files, one JSON file each in `folder` (absolute). */
export class Versions {
  readonly #folder: string;
  readonly #now: () => number;
  /** Oldest first. */
  #known: (Version & { whole: boolean })[] = [];

  constructor(folder: string, now: () => number = Date.now) {
    this.#folder = folder;
    this.#now = now;
  }

  /** Reads which versions there are; a file that cannot be read is passed over and stays where it is. */
  async load(): Promise<void> {
    const names = (await readdir(this.#folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
    this.#known = [];
    for (const name of names) {
      const id = name.slice(0, -'.json'.length);
      const stored = await this.#read(id);
      if (stored) this.#known.push(summarise(id, stored));
    }
  }

  /** Newest first. */
  list(): Version[] {
    return this.#known.map(({ whole: _, ...version }) => version).reverse();
  }

  /** When `path` was last kept (epoch ms) because of an edit, or null. */
  lastEdit(path: string): number | null {
    return this.#known.findLast((one) => one.reason === 'edit' && one.files.includes(path))?.savedAt ?? null;
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
    const id = `${String(savedAt).padStart(15, '0')}-${randomBytes(4).toString('hex')}`;
    const stored: StoredVersion = { schemaVersion: 1, savedAt, reason, whole, files };
    const prepared = await prepareFile(this.#file(id), JSON.stringify(stored));
    const publish = () => {
      prepared.publish();
      this.#known.push(summarise(id, stored));
    };
    const settle = async () => {
      await prepared.settle();
      await this.#dropOldest();
    };
    return { id, publish, settle, discard: prepared.discard };
  }

  /** Throws RW_FILE_VERSION when there is no version of this id, or it cannot be read. */
  async get(id: string): Promise<StoredVersion> {
    const stored = this.#known.some((one) => one.id === id) ? await this.#read(id) : null;
    if (!stored) throw new RoutewrightError('RW_FILE_VERSION');
    return stored;
  }

  async #dropOldest(): Promise<void> {
    const kept = new Map<string, number>();
    const dropped = new Set<string>();
    for (const version of [...this.#known].reverse()) {
      const subjects = version.whole ? ['*'] : version.files;
      const counts = subjects.map((subject) => (kept.get(subject) ?? 0) + 1);
      for (const [index, subject] of subjects.entries()) kept.set(subject, counts[index] ?? 1);
      if (subjects.length > 0 && counts.every((count) => count > LIMITS.versionsKept)) dropped.add(version.id);
    }
    this.#known = this.#known.filter((version) => !dropped.has(version.id));
    for (const id of dropped) await unlink(this.#file(id)).catch(() => {});
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

function summarise(id: string, stored: StoredVersion): Version & { whole: boolean } {
  const { savedAt, reason, whole } = stored;
  return { id, savedAt, reason, whole, files: stored.files.map((file) => file.path) };
}
