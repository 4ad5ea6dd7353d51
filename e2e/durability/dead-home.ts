import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type Found, hashOf } from './expected-files.ts';

/** As src/server/workspace/atomic-write.ts names what is not finished. */
const TEMPORARY = /^\..*\.rw-(tmp|new)$/;

const StoredVersion = z.strictObject({
  schemaVersion: z.literal(1),
  savedAt: z.number(),
  reason: z.enum(['edit', 'reset', 'outside', 'remove']),
  whole: z.boolean(),
  files: z.array(z.strictObject({ path: z.string(), text: z.string() })),
});

/** What one lesson left on the disk, read without the workbench. */
export async function readLesson(home: string, place: string): Promise<Found> {
  const files = new Map<string, string>();
  for (const path of await filesBelow(join(home, 'workspaces', place))) {
    if (!isTemporary(path)) files.set(path, await readFile(join(home, 'workspaces', place, path), 'utf8'));
  }
  const history = new Set<string>();
  const unreadable: string[] = [];
  for (const path of await filesBelow(join(home, 'versions', place))) {
    if (isTemporary(path)) continue;
    const version = readVersion(await readFile(join(home, 'versions', place, path), 'utf8'));
    if (version === null) unreadable.push(path);
    for (const { text } of version?.files ?? []) history.add(hashOf(text));
  }
  return { files, history, unreadable };
}

/** Temporary files and folders anywhere in the home, by their place in it. */
export async function temporaryFiles(home: string): Promise<string[]> {
  const all = await Promise.all(['workspaces', 'versions'].map((part) => filesBelow(join(home, part))));
  return all.flat().filter(isTemporary);
}

/** What SQLite finds wrong with the progress file, its log included; empty when it is sound. */
export function progressFaults(home: string): string[] {
  const database = new DatabaseSync(join(home, 'progress.sqlite'), { readOnly: true });
  try {
    const rows = database.prepare('PRAGMA integrity_check').all();
    return rows.map((row) => String(row.integrity_check)).filter((fault) => fault !== 'ok');
  } finally {
    database.close();
  }
}

function readVersion(text: string) {
  try {
    return StoredVersion.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function isTemporary(path: string): boolean {
  return path.split('/').some((part) => TEMPORARY.test(part));
}

/** Empty when there is no such folder. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
