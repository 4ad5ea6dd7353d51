import { ORPCError } from '@orpc/client';
import type { Client } from '../hosts/workbench-client.ts';
import { type Change, ExpectedFiles } from './expected-files.ts';
import type { Chance } from './seeded.ts';
import type { Texts } from './texts.ts';

/** One lesson, through all restarts: what must be there of it, and what its first files are. */
export type Lesson = { id: string; expected: ExpectedFiles; starter: ReadonlyMap<string, string> };

type Options = {
  client: Client;
  lesson: Lesson;
  chance: Chance;
  texts: Texts;
  /** Called for each save that was answered. */
  onSaved: () => void;
};

const FILES = ['src/app.ts', 'plan.yaml', 'src/one.ts', 'src/deep/two.ts'] as const;

/** A lesson that was never opened before. */
export async function firstOpened(client: Client, id: string): Promise<Lesson> {
  const { files } = await client.session.open({ lessonId: id, track: 'fastify' });
  const starter = new Map(files.map(({ path, text }) => [path, text]));
  return { id, expected: new ExpectedFiles(starter), starter };
}

/** A lesson that saves as fast as it is answered, on several files at once, and knows what it was promised. */
export class SavingSession {
  /** Time of each answered edit (ms). */
  readonly times: number[] = [];
  readonly #options: Options;
  #sessionId = '';
  #revision = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Opens the lesson and saves until the server is gone. Rejects when it refuses a save: it has no reason to. */
  async save(): Promise<void> {
    try {
      await this.#open();
      for (;;) {
        await Promise.all(FILES.map((path) => this.#editSome(path)));
        await this.#another();
      }
    } catch (error) {
      if (error instanceof ORPCError) throw error;
      // The connection broke: the server was killed.
    }
  }

  /** A lesson that was never opened gets its first files: all of them or none. */
  async #open(): Promise<void> {
    const { client, lesson } = this.#options;
    const open = () => client.session.open({ lessonId: lesson.id, track: 'fastify' });
    const isNew = lesson.expected.paths().length === 0;
    const snapshot = isNew ? await this.#promised({ files: lesson.starter, together: true }, open) : await open();
    this.#sessionId = snapshot.sessionId;
    this.#revision = snapshot.revision;
  }

  async #editSome(path: string): Promise<void> {
    const { client, lesson, chance, texts } = this.#options;
    const sessionId = this.#sessionId;
    for (let left = chance.below(4); left > 0; left -= 1) {
      if (lesson.expected.text(path) === null) await this.#create(path);
      const text = texts.next(path);
      this.#revision += 1;
      const revision = this.#revision;
      const began = performance.now();
      const edit = () => client.session.edit({ sessionId, path, text, revision });
      await this.#promised({ files: new Map([[path, text]]) }, edit);
      this.times.push(performance.now() - began);
    }
  }

  async #create(path: string): Promise<void> {
    const text = this.#options.texts.next(path);
    const create = () => this.#options.client.session.create({ sessionId: this.#sessionId, path, text });
    await this.#promised({ files: new Map([[path, text]]) }, create);
  }

  /** One of the other ways to change files, alone: what it makes of all files depends on what it finds. */
  async #another(): Promise<void> {
    const { lesson, chance, texts } = this.#options;
    const own = lesson.expected.paths().filter((path) => path.startsWith('src/made'));
    const choice = chance.below(8);
    if (choice === 0) await this.#resetAndBack();
    else if (choice <= 2 && own[0] !== undefined) await this.#rename(own[0], `src/made/renamed-${texts.made}.ts`);
    else if (choice <= 4 && own[0] !== undefined) await this.#remove(own[0]);
    else await this.#create(`src/made-${texts.made % 3}/file-${texts.made}.ts`);
  }

  async #rename(from: string, to: string): Promise<void> {
    const files = new Map([
      [from, null],
      [to, this.#options.lesson.expected.text(from)],
    ]);
    const rename = () => this.#options.client.session.rename({ sessionId: this.#sessionId, from, to });
    await this.#promised({ files, together: true }, rename);
  }

  async #remove(path: string): Promise<void> {
    const keeps = [this.#options.lesson.expected.text(path) ?? ''];
    const remove = () => this.#options.client.session.remove({ sessionId: this.#sessionId, path });
    await this.#promised({ files: new Map([[path, null]]), keeps }, remove);
  }

  /** All files replaced, and brought back by the version that this gave. */
  async #resetAndBack(): Promise<void> {
    const { client, lesson } = this.#options;
    const { expected, starter } = lesson;
    const sessionId = this.#sessionId;
    const before = new Map(expected.paths().map((path) => [path, expected.text(path) ?? '']));
    const reset = () => client.session.reset({ sessionId });
    const { undo } = await this.#promised({ files: replaced(before, starter), keeps: [...before.values()] }, reset);
    const restore = () => client.session.restore({ sessionId, version: undo });
    await this.#promised({ files: replaced(starter, before), keeps: [...starter.values()] }, restore);
  }

  async #promised<T>(change: Change, send: () => Promise<T>): Promise<T> {
    const { expected } = this.#options.lesson;
    const answered = expected.send(change);
    try {
      const answer = await send();
      answered();
      this.#options.onSaved();
      return answer;
    } catch (error) {
      if (error instanceof ORPCError) expected.refused(change);
      throw error;
    }
  }
}

function replaced(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Map<string, string | null> {
  const gone = [...before.keys()].map((path): [string, string | null] => [path, null]);
  return new Map([...gone, ...after]);
}
