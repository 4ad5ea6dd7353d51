import { errorMessage } from '../../contract/errors.ts';
import { LIMITS } from '../../contract/limits.ts';

/** Pages of 4 KiB. */
export const MOST_PAGES = LIMITS.databaseMiB * 256;

// Learner code may put anything in its place.
const { apply } = Reflect;
const { toLowerCase } = String.prototype;

/** Something that a database may not do here. `detail` says what, as a sentence. */
export class DatabaseRefusedError extends Error {
  override readonly name = 'DatabaseRefusedError';
  readonly detail: string;
  constructor(detail: string) {
    super(errorMessage('RW_CODE_DATABASE', { detail }));
    this.detail = detail;
  }
}

/** As SQLite numbers them (sqlite.org/c3ref/c_alter_table.html, c_deny.html): what is asked, and the answers. */
const PRAGMA = 19;
const ATTACH = 24;
const OK = 0;
const IGNORE = 2;

/**
 * Asked of SQLite for each part of a statement before it runs (`sqlite3_set_authorizer`).
 * Attached databases are in memory only, which also stops VACUUM INTO, since it attaches what it writes. Settings that
 * put files elsewhere, or let one grow without end, stay as they are, without a word: programs set some of them by habit.
 * Uses nothing that learner code could have replaced.
 */
export function judgeAction(action: number, first: string | null, second: string | null): number {
  if (action === ATTACH && first !== '' && first !== ':memory:') {
    throw new DatabaseRefusedError('Only databases in memory can be attached, and none can be copied to a file.');
  }
  if (action !== PRAGMA || first === null || second === null) return OK;
  return isKept(apply(toLowerCase, first, [])) ? IGNORE : OK;
}

function isKept(pragma: string): boolean {
  switch (pragma) {
    // With WAL, a second file would grow without end while a reader waits.
    case 'journal_mode':
    case 'locking_mode':
    case 'max_page_count':
    case 'page_size':
    case 'temp_store':
    case 'temp_store_directory':
    case 'data_store_directory':
    case 'lock_proxy_file':
      return true;
    default:
      return false;
  }
}
