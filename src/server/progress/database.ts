import { existsSync, renameSync } from 'node:fs';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { errorMessage, RoutewrightError } from '../../contract/errors.ts';
import type { Problem } from '../../contract/problem.ts';

/** Each step leads from the version that is its index to the next. Steps that were released are never changed. */
const STEPS = [
  `CREATE TABLE lesson (
     course TEXT NOT NULL, track TEXT NOT NULL, lesson TEXT NOT NULL,
     status TEXT NOT NULL DEFAULT 'untouched', opened_at INTEGER, completed_at INTEGER, invalidates INTEGER,
     danger TEXT, PRIMARY KEY (course, track, lesson)) STRICT;
   CREATE TABLE passed (
     course TEXT NOT NULL, track TEXT NOT NULL, lesson TEXT NOT NULL, check_id TEXT NOT NULL,
     PRIMARY KEY (course, track, lesson, check_id)) STRICT, WITHOUT ROWID;
   CREATE TABLE answer (
     course TEXT NOT NULL, track TEXT NOT NULL, lesson TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL,
     PRIMARY KEY (course, track, lesson, question)) STRICT, WITHOUT ROWID;
   CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
];

export type OpenedDatabase = { database: DatabaseSync; notice: Problem | null };

/**
 * Opens the progress file (absolute), or starts one. A file that is not sound is moved aside, never deleted, and
 * `notice` (RW_HOST_PROGRESS_DAMAGED) says where it is now. Throws RW_HOST_PROGRESS_NEWER for one that a newer
 * workbench wrote: it stays as it is.
 */
export function openDatabase(file: string, now: () => Date = () => new Date()): OpenedDatabase {
  try {
    return { database: openSound(file), notice: null };
  } catch (error) {
    if (error instanceof RoutewrightError || !existsSync(file)) throw error;
    const aside = `${file}.damaged-${now().toISOString().replace(/[:.]/g, '-')}`;
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
    }
    const code = 'RW_HOST_PROGRESS_DAMAGED';
    const message = errorMessage(code, { file: basename(aside) });
    return { database: openSound(file), notice: { code, message, file: aside } };
  }
}

/** Throws when the file is no database or is damaged, and RW_HOST_PROGRESS_NEWER. */
function openSound(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    const check = database.prepare('PRAGMA quick_check(1)').get();
    if (check?.quick_check !== 'ok') throw new Error(`quick_check: ${String(check?.quick_check)}`);
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
    if (version > STEPS.length) throw new RoutewrightError('RW_HOST_PROGRESS_NEWER', { file });
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    for (const [index, step] of STEPS.entries()) {
      if (index >= version) database.exec(`BEGIN; ${step} PRAGMA user_version = ${index + 1}; COMMIT;`);
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
