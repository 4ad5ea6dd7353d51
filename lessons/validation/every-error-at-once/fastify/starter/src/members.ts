import { ApiError } from './errors.ts';
import type { NewMember } from './schemas/member.ts';

export interface Member extends NewMember {
  id: number;
}

/** The people who may borrow. */
export class Members {
  readonly #members: Member[] = [
    { id: 1, name: 'Ada Obi', email: 'ada@example.org' },
    { id: 2, name: 'Ben Frost', email: 'ben@example.org' },
  ];
  #lastId = 2;

  list(): readonly Member[] {
    return this.#members;
  }

  has(id: number): boolean {
    return this.#members.some((member) => member.id === id);
  }

  find(id: number): Member {
    const member = this.#members.find((member) => member.id === id);
    if (!member) throw new ApiError(404, 'There is no member with this id.');
    return member;
  }

  create({ name, email }: NewMember): Member {
    const known = this.#members.some((member) => member.email.toLowerCase() === email.toLowerCase());
    if (known) throw new ApiError(409, 'Somebody has signed up with this e-mail address.');
    this.#lastId += 1;
    const member = { id: this.#lastId, name, email };
    this.#members.push(member);
    return member;
  }
}
