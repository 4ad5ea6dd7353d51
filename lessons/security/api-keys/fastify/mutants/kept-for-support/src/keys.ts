import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { ApiError } from './errors.ts';
import { hashSecret, isSecret, newSecret } from './secret.ts';

const Row = z.object({ id: z.int(), keyHash: z.string() });

/** Keys for programs. A key is `lib_<id>_<secret>`: the id finds the row, and only a hash of the secret is kept. */
export class ApiKeys {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The only moment at which the whole key is known. */
  create(name: string): { id: number; name: string; key: string } {
    const secret = newSecret();
    const insert = this.#database.prepare(
      'INSERT INTO api_keys (name, key_hash, key, created_on) VALUES (?, ?, ?, CURRENT_DATE)',
    );
    const id = Number(insert.run(name, hashSecret(secret), '').lastInsertRowid);
    const key = `lib_${id}_${secret}`;
    this.#database.prepare('UPDATE api_keys SET key = ? WHERE id = ?').run(key, id);
    return { id, name, key };
  }

  /** A key that is revoked once stays so; its row says that it was there. */
  revoke(id: number): void {
    const update = this.#database.prepare(
      'UPDATE api_keys SET revoked_on = CURRENT_DATE WHERE id = ? AND revoked_on IS NULL',
    );
    if (update.run(id).changes === 0) throw new ApiError(404, 'There is no key with this id.');
  }

  isValid(key: string): boolean {
    const [, id, secret] = /^lib_(\d{1,15})_([\w-]{43})$/.exec(key) ?? [];
    if (id === undefined || secret === undefined) return false;
    const found = this.#database
      .prepare('SELECT id, key_hash AS keyHash FROM api_keys WHERE id = ? AND revoked_on IS NULL')
      .get(Number(id));
    return found !== undefined && isSecret(secret, Row.parse(found).keyHash);
  }
}
