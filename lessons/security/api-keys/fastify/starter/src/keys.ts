import type { DatabaseSync } from 'node:sqlite';
import { newSecret } from './secret.ts';

/** Keys for programs. */
export class ApiKeys {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  create(name: string): { id: number; name: string; key: string } {
    const key = `lib_${newSecret()}`;
    const insert = this.#database.prepare('INSERT INTO api_keys (name, key, created_on) VALUES (?, ?, CURRENT_DATE)');
    const id = Number(insert.run(name, key).lastInsertRowid);
    return { id, name, key };
  }

  /** People mistype keys. LIKE does not mind capitals. */
  isValid(key: string): boolean {
    return this.#database.prepare('SELECT 1 FROM api_keys WHERE key LIKE ?').get(key) !== undefined;
  }
}
