import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { orConflict } from './database.ts';
import type { Page } from './envelope.ts';
import { ApiError } from './errors.ts';
import { hashPin, isPin } from './pin.ts';
import type { PageQuery } from './schemas/list.ts';
import { Member, type NewMember } from './schemas/member.ts';

const Credentials = z.object({ id: z.int(), pinHash: z.string().nullable() });

/** The people who may borrow. */
export class Members {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  list({ page, perPage }: PageQuery): { items: Member[]; page: Page } {
    const rows = this.#database
      .prepare('SELECT id, name, email FROM members ORDER BY id LIMIT ? OFFSET ?')
      .all(perPage, (page - 1) * perPage);
    const total = this.#database.prepare('SELECT count(*) AS total FROM members').get()?.total;
    return {
      items: rows.map((row) => Member.parse(row)),
      page: { number: page, size: perPage, total: Number(total) },
    };
  }

  has(id: number): boolean {
    return this.#database.prepare('SELECT 1 FROM members WHERE id = ?').get(id) !== undefined;
  }

  find(id: number): Member {
    const row = this.#database.prepare('SELECT id, name, email FROM members WHERE id = ?').get(id);
    if (!row) throw new ApiError(404, 'There is no member with this id.');
    return Member.parse(row);
  }

  /** The id of the member with this e-mail address and PIN. Throws 401, whichever of the two is wrong. */
  async signIn({ email, pin }: { email: string; pin: string }): Promise<number> {
    const row = this.#database
      .prepare('SELECT id, pin_hash AS pinHash FROM members WHERE lower(email) = lower(?)')
      .get(email);
    const { id, pinHash } = row ? Credentials.parse(row) : { id: 0, pinHash: null };
    if (!(await isPin(pin, pinHash))) throw new ApiError(401, 'E-mail address and PIN do not belong together.');
    return id;
  }

  async create({ name, email, pin }: NewMember): Promise<Member> {
    const pinHash = pin === undefined ? null : await hashPin(pin);
    const insert = this.#database.prepare('INSERT INTO members (name, email, pin_hash) VALUES (?, ?, ?)');
    const { lastInsertRowid } = orConflict('Somebody has signed up with this e-mail address.', () =>
      insert.run(name, email, pinHash),
    );
    return this.find(Number(lastInsertRowid));
  }
}
