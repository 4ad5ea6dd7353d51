import { ORPCError } from '@orpc/client';
import type { Client } from '../hosts/workbench-client.ts';

const LESSON = { lessonId: 'plan-books', track: 'fastify' };
const ANSWERS = ['side-by-side', 'speed'];

/** Settings and quiz answers, changed as fast as they are answered. */
export class SavedProgress {
  #settings = new Map<string, string>();
  #sent = new Map<string, string>();
  #made = 0;

  async save(client: Client): Promise<void> {
    try {
      const { sessionId } = await client.session.open(LESSON);
      for (;;) {
        this.#made += 1;
        const made = String(this.#made);
        const answerId = ANSWERS[this.#made % ANSWERS.length] ?? '';
        await this.#promised(`setting-${this.#made % 3}`, made, (key, value) => client.settings.set({ key, value }));
        await this.#promised('why-version', answerId, (questionId) =>
          client.session.answer({ sessionId, questionId, answerId }),
        );
      }
    } catch (error) {
      if (error instanceof ORPCError) throw error;
      // The connection broke: the server was killed.
    }
  }

  /** What was acknowledged and is not there. What is there counts from now on. */
  async lost(client: Client): Promise<string[]> {
    const { answers } = await client.session.open(LESSON);
    const found = new Map([...Object.entries(await client.settings.all()), ...Object.entries(answers)]);
    const lost = [...this.#settings].filter(
      ([key, value]) =>
        found.get(key) !== value && (this.#sent.get(key) === undefined || found.get(key) !== this.#sent.get(key)),
    );
    this.#settings = found;
    this.#sent.clear();
    return lost.map(([key, value]) => `${key} is ${found.get(key)}, not ${value}`);
  }

  get underWay(): number {
    return this.#sent.size;
  }

  async #promised(key: string, value: string, send: (key: string, value: string) => Promise<unknown>): Promise<void> {
    this.#sent.set(key, value);
    await send(key, value);
    this.#sent.delete(key);
    this.#settings.set(key, value);
  }
}
