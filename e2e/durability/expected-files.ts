import { createHash } from 'node:crypto';

/** What one save makes of some files: path to text, null when it takes the file away. */
export type Change = {
  files: ReadonlyMap<string, string | null>;
  /** True: either all of it is to be seen or nothing, as in a rename. */
  together?: boolean;
  /** Texts that must be in the history as soon as anything of the change is to be seen. */
  keeps?: readonly string[];
};

/** What was found on the disk: the texts of one workspace, the hashes of those of its history, and what of it is broken. */
export type Found = {
  files: ReadonlyMap<string, string>;
  history: ReadonlySet<string>;
  unreadable: readonly string[];
};

export type Judged = {
  /** A text that nobody sent as it stands there: half of one, or two mixed. */
  torn: string[];
  /** An acknowledged state that is not there any more. */
  lost: string[];
  /** Saves that were not answered and are to be seen all the same: their server died between the two. */
  beforeTheAnswer: number;
};

export const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');

/** What must stand in one workspace after its server was killed, from what was sent and what was answered. */
export class ExpectedFiles {
  readonly #sent = new Set<string>();
  #acknowledged = new Map<string, string>();
  readonly #underWay = new Set<Change>();
  #kept = new Set<string>();

  constructor(files: Iterable<readonly [path: string, text: string]>) {
    this.#acknowledged = new Map(files);
    for (const text of this.#acknowledged.values()) this.#sent.add(hashOf(text));
  }

  /** How many saves are not answered. */
  get underWay(): number {
    return this.#underWay.size;
  }

  text(path: string): string | null {
    return this.#acknowledged.get(path) ?? null;
  }

  paths(): string[] {
    return [...this.#acknowledged.keys()];
  }

  /** A save is sent; call what is returned when it is answered. At most one at a time for each path. */
  send(change: Change): () => void {
    this.#underWay.add(change);
    for (const text of change.files.values()) if (text !== null) this.#sent.add(hashOf(text));
    return () => {
      this.#underWay.delete(change);
      for (const [path, text] of change.files) {
        if (text === null) this.#acknowledged.delete(path);
        else this.#acknowledged.set(path, text);
      }
      for (const text of change.keeps ?? []) this.#kept.add(hashOf(text));
    };
  }

  /** A save was refused with words: it must not be to be seen. */
  refused(change: Change): void {
    this.#underWay.delete(change);
  }

  judge({ files, history, unreadable }: Found): Judged {
    const torn = unreadable.map((name) => `version ${name}`);
    const judged: Judged = { torn, lost: [], beforeTheAnswer: 0 };
    const pending = new Map([...this.#underWay].flatMap((one) => [...one.files]));
    for (const path of new Set([...files.keys(), ...this.#acknowledged.keys(), ...pending.keys()])) {
      const text = files.get(path) ?? null;
      const isRight = text === this.text(path) || (pending.has(path) && text === pending.get(path));
      if (text !== null && !this.#sent.has(hashOf(text))) judged.torn.push(`${path} (${text.length} characters)`);
      else if (!isRight) judged.lost.push(`${path} is ${text === null ? 'not there' : 'not what was saved last'}`);
    }
    for (const change of this.#underWay) this.#judgeUnderWay(change, files, history, judged);
    for (const hash of history) if (!this.#sent.has(hash)) judged.torn.push('a text of the history');
    for (const hash of this.#kept) if (!history.has(hash)) judged.lost.push('a text that the history must keep');
    return judged;
  }

  /** After the restart what was found counts as saved: the learner sees it. The history may drop what is old. */
  adopt({ files }: Found): void {
    this.#acknowledged = new Map(files);
    this.#underWay.clear();
    this.#kept = new Set();
  }

  #judgeUnderWay(change: Change, files: Found['files'], history: Found['history'], judged: Judged): void {
    const differing = [...change.files].filter(([path, text]) => text !== this.text(path));
    const seen = differing.filter(([path, text]) => (files.get(path) ?? null) === text).length;
    if (seen === 0) return;
    judged.beforeTheAnswer += 1;
    if (change.together && seen < differing.length) judged.lost.push('half of a change that is one');
    for (const text of change.keeps ?? []) {
      if (!history.has(hashOf(text))) judged.lost.push('a text was replaced before the history had it');
    }
  }
}
