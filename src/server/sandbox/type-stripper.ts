import { Worker } from 'node:worker_threads';
import type { StrippedFile } from '../../contract/sandbox.ts';

export type StripOrder = { id: number; file: string; text: string };
/** `broken`: the parser broke on this text and no text after it will do better. */
export type StripResult = { id: number; stripped: StrippedFile | null; broken: boolean };

/** Takes the types out of TypeScript source. */
export type TypeStripper = {
  /** `file`: relative to the workspace, for the place of a mistake. Null: not in time, or too hard; whoever runs it must do it. */
  strip(file: string, text: string): Promise<StrippedFile | null>;
  close(): Promise<void>;
};

/** A file takes about 0.1 ms for each KiB; the first one waits for the thread. */
const LONGEST_MS = 1_000;

/**
 * Strips types as Node does it, in a thread of the server whose parser is warm: in a fresh learner process the first
 * file takes about 90 ms. A thread, because a text that nests very deep breaks Node's parser for good, and because no
 * text of a learner may hold up the server.
 */
export function typeStripper(): TypeStripper {
  const waiting = new Map<number, (stripped: StrippedFile | null) => void>();
  let nextId = 0;
  let thread: Worker | undefined;

  const abandon = async () => {
    const last = thread;
    thread = undefined;
    for (const give of waiting.values()) give(null);
    waiting.clear();
    await last?.terminate();
  };
  const start = (): Worker => {
    const made = new Worker(new URL('./strip-thread.ts', import.meta.url), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    made.unref();
    made.on('message', ({ id, stripped, broken }: StripResult) => {
      waiting.get(id)?.(stripped);
      waiting.delete(id);
      if (broken && made === thread) void abandon();
    });
    made.on('error', () => {
      if (made === thread) void abandon();
    });
    return made;
  };

  thread = start();
  return {
    strip(file, text) {
      thread ??= start();
      const { promise, resolve } = Promise.withResolvers<StrippedFile | null>();
      const id = nextId++;
      const timer = setTimeout(() => void abandon(), LONGEST_MS);
      waiting.set(id, (stripped) => {
        clearTimeout(timer);
        resolve(stripped);
      });
      thread.postMessage({ id, file, text } satisfies StripOrder);
      return promise;
    },
    close: abandon,
  };
}
