import { DatabaseSync } from 'node:sqlite';
import { ApiError } from './errors.ts';
import { MIGRATIONS } from './migrations.ts';

const UNIQUE_VIOLATION = 2067;

/** Opens the library's database and brings it to its newest shape. `:memory:` is a new one that nobody keeps. */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 1_000 });
  database.exec('PRAGMA foreign_keys = ON');
  const done = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  for (const [index, step] of MIGRATIONS.entries()) {
    if (index < done) continue;
    inTransaction(database, () => {
      database.exec(step);
      database.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
  return database;
}

/** All of `work` or nothing of it, and no other writer in between. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** Runs a statement that a unique index may refuse; its "no" is a 409 with this message. */
export function orConflict<T>(message: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === UNIQUE_VIOLATION) {
      throw new ApiError(409, message);
    }
    throw error;
  }
}
