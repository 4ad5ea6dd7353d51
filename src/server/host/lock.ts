import { truncateSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { RoutewrightError } from '../../contract/errors.ts';

/** Result codes of SQLite (sqlite.org/rescode.html). */
const BUSY = 5;
const NOT_A_DATABASE = 26;

/**
 * Takes the home folder for this process. The lock is the operating system's (through SQLite), so it is gone
 * when the process is, however it ends: there is no stale lock file. Returns how to give it back.
 * Throws RW_HOST_IN_USE when another workbench has it.
 */
export function lockHome(home: string, file: string): () => void {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA busy_timeout = 300; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isCode(error, BUSY)) throw new RoutewrightError('RW_HOST_IN_USE', { file: home }, { cause: error });
    if (!isCode(error, NOT_A_DATABASE)) throw error;
    // The file holds nothing: whatever else stands in it is of no use. It is not removed: another workbench that comes at
    // the same moment must meet this one at the same file.
    truncateSync(file);
    return lockHome(home, file);
  }
  return () => database.close();
}

function isCode(error: unknown, code: number): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === code;
}
