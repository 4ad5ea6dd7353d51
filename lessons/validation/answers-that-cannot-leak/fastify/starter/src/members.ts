import { ApiError } from './errors.ts';
import { hashPin } from './pin.ts';
import type { NewMember } from './schemas/member.ts';

/** All that the library knows of a member. The notes are the librarians' own. */
export interface StoredMember {
  id: number;
  name: string;
  email: string;
  pinHash?: string;
  note?: string;
}

/** The people who may borrow. */
export class Members {
  readonly #members: StoredMember[] = [
    {
      id: 1,
      name: 'Ada Obi',
      email: 'ada@example.org',
      pinHash: '5d1fe4a8c0b7923e6a4410f29bd8c371:1dfdc13f6542f15d6e3c6bc5cf57808b8057ddf1474695677c390aa688f759d9',
      note: 'Owes 4.50 for a wet atlas.',
    },
    {
      id: 2,
      name: 'Ben Frost',
      email: 'ben@example.org',
      pinHash: '92c06be1d4f35a7780e1b95c23fa6d04:f8851dcff1a2835dd90f531c16e6ae73ce7ced78ad7ae16de8c73f81af3cbcd3',
      note: 'New address since May.',
    },
  ];
  #lastId = 2;

  list(): readonly StoredMember[] {
    return this.#members;
  }

  has(id: number): boolean {
    return this.#members.some((member) => member.id === id);
  }

  find(id: number): StoredMember {
    const member = this.#members.find((member) => member.id === id);
    if (!member) throw new ApiError(404, 'There is no member with this id.');
    return member;
  }

  async create({ name, email, pin }: NewMember): Promise<StoredMember> {
    const known = this.#members.some((member) => member.email.toLowerCase() === email.toLowerCase());
    if (known) throw new ApiError(409, 'Somebody has signed up with this e-mail address.');
    const pinHash = pin === undefined ? undefined : await hashPin(pin);
    this.#lastId += 1;
    const member = { id: this.#lastId, name, email, pinHash };
    this.#members.push(member);
    return member;
  }
}
