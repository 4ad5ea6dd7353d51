import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { orConflict } from './database.ts';
import type { Page } from './envelope.ts';
import { ApiError } from './errors.ts';
import { hashPin } from './pin.ts';
import type { PageQuery } from './schemas/list.ts';
import { Member, type NewMember } from './schemas/member.ts';

const COLUMNS = 'id, name, email, phone';

const Row = Member.extend({ phone: z.string().nullable() }).transform(({ phone, ...member }): Member => {
  return phone === null ? member : { ...member, phone };
});

/** The people who may borrow. */
export class Members {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  list({ page, perPage }: PageQuery): { items: Member[]; page: Page } {
    const rows = this.#database
      .prepare(`SELECT ${COLUMNS} FROM members ORDER BY id LIMIT ? OFFSET ?`)
      .all(perPage, (page - 1) * perPage);
    const total = this.#database.prepare('SELECT count(*) AS total FROM members').get()?.total;
    return {
      items: rows.map((row) => Row.parse(row)),
      page: { number: page, size: perPage, total: Number(total) },
    };
  }

  has(id: number): boolean {
    return this.#database.prepare('SELECT 1 FROM members WHERE id = ?').get(id) !== undefined;
  }

  find(id: number): Member {
    const row = this.#database.prepare(`SELECT ${COLUMNS} FROM members WHERE id = ?`).get(id);
    if (!row) throw new ApiError(404, 'There is no member with this id.');
    return Row.parse(row);
  }

  async create({ name, email, phone, pin }: NewMember): Promise<Member> {
    const pinHash = pin === undefined ? null : await hashPin(pin);
    const insert = this.#database.prepare('INSERT INTO members (name, email, phone, pin_hash) VALUES (?, ?, ?, ?)');
    const { lastInsertRowid } = orConflict('Somebody has signed up with this e-mail address.', () =>
      insert.run(name, email, null, pinHash),
    );
    return this.find(Number(lastInsertRowid));
  }
}
