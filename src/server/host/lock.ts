import { DatabaseSync } from 'node:sqlite';
import { RoutewrightError } from '../../contract/errors.ts';

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
    throw new RoutewrightError('RW_HOST_IN_USE', { file: home }, { cause: error });
  }
  return () => database.close();
}
