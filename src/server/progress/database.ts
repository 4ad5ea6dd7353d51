import { randomBytes } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { errorMessage, RoutewrightError } from '../../contract/errors.ts';
import type { Problem } from '../../contract/problem.ts';
import { diskReason } from '../host/disk-error.ts';

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
  // Which checks passed is judged anew whenever a lesson is opened.
  'DROP TABLE passed;',
];

/** Result codes of SQLite that say that the file itself is not sound (sqlite.org/rescode.html): CORRUPT, NOTADB. */
const DAMAGED = [11, 26];

export type OpenedDatabase = { database: DatabaseSync; notice: Problem | null };

/**
 * Opens the progress file (absolute), or starts one, and keeps a copy of it beside it. A file that is not sound is moved
 * aside, never deleted; the copy of the last start takes its place (`notice` RW_HOST_PROGRESS_RESTORED), or, when that is
 * not sound either, a new one (RW_HOST_PROGRESS_DAMAGED). Throws RW_HOST_PROGRESS_NEWER for a file that a newer workbench
 * wrote, which stays as it is, and RW_HOST_HOME when it cannot be opened for another reason.
 */
export function openDatabase(file: string, now: () => Date = () => new Date()): OpenedDatabase {
  const opened = openOrReplace(file, now);
  keepCopy(opened.database, file);
  return opened;
}

function openOrReplace(file: string, now: () => Date): OpenedDatabase {
  const database = openSound(file);
  if (database) return { database, notice: null };
  const aside = moveAside(file, now());
  const copy = copyOf(file);
  if (existsSync(copy)) {
    replaceFile(file, (place) => copyFileSync(copy, place));
    const restored = openSound(file);
    if (restored) return { database: restored, notice: notice('RW_HOST_PROGRESS_RESTORED', aside) };
    moveAside(file, now());
    rmSync(copy);
  }
  const fresh = openSound(file);
  if (!fresh) throw new RoutewrightError('RW_HOST_HOME', { file, detail: 'SQLite cannot write there.' });
  return { database: fresh, notice: notice('RW_HOST_PROGRESS_DAMAGED', aside) };
}

/** Null when the file is no database or is damaged. */
function openSound(file: string): DatabaseSync | null {
  const database = new DatabaseSync(file);
  try {
    if (database.prepare('PRAGMA quick_check(1)').get()?.quick_check !== 'ok') {
      database.close();
      return null;
    }
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
    if (version > STEPS.length) throw new RoutewrightError('RW_HOST_PROGRESS_NEWER', { file });
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    for (const [index, step] of STEPS.entries()) {
      if (index >= version) database.exec(`BEGIN; ${step} PRAGMA user_version = ${index + 1}; COMMIT;`);
    }
    return database;
  } catch (error) {
    database.close();
    if (isDamage(error)) return null;
    if (error instanceof RoutewrightError) throw error;
    throw new RoutewrightError('RW_HOST_HOME', { file, detail: diskReason(error) }, { cause: error });
  }
}

function isDamage(error: unknown): boolean {
  // The low byte is the primary code; the rest tells variants apart.
  return error instanceof Error && 'errcode' in error && DAMAGED.includes(Number(error.errcode) & 0xff);
}

/** The database with what belongs to it; returns where it is now. */
function moveAside(file: string, now: Date): string {
  const aside = `${file}.damaged-${now.toISOString().replace(/[:.]/g, '-')}-${randomBytes(2).toString('hex')}`;
  // The log first: it must never stand beside another database.
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
  return aside;
}

function copyOf(file: string): string {
  return `${file}.copy`;
}

/** A copy that could not be made is no reason not to start: the one before stays. */
function keepCopy(database: DatabaseSync, file: string): void {
  try {
    replaceFile(copyOf(file), (place) => database.prepare('VACUUM INTO ?').run(place));
  } catch (error) {
    console.error('The copy of the progress file could not be made:', error);
  }
}

/** What `write` makes takes the place of `file` when it is whole and durable: SQLite syncs neither copy itself. */
function replaceFile(file: string, write: (place: string) => void): void {
  const half = `${file}-half`;
  rmSync(half, { force: true });
  write(half);
  sync(half, 'r+');
  renameSync(half, file);
  if (process.platform !== 'win32') sync(dirname(file), 'r');
}

function sync(place: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(place, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function notice(code: 'RW_HOST_PROGRESS_DAMAGED' | 'RW_HOST_PROGRESS_RESTORED', aside: string): Problem {
  return { code, message: errorMessage(code, { file: basename(aside) }), file: aside };
}
