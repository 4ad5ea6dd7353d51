import { setImmediate as nextTurn } from 'node:timers/promises';
import { createContext, Script } from 'node:vm';

/** How long (ms) one try may hold up the server. */
const TURN_MS = 20;
/** A try that was cut off has warmed up the code that it ran, so the next one comes further. */
const TRIES = 6;

/** What was to be done takes longer than the server may be held up. */
export class TurnTooLongError extends Error {
  override readonly name = 'TurnTooLongError';
}

const context = createContext({});
const script = new Script('work()');

/**
 * Does what a learner's data may make endless, such as judging by a schema of theirs, without the server being held up:
 * a try that takes too much of the processor is cut off. `work` is called again then, so it must leave nothing half done.
 * Throws what `work` throws, or TurnTooLongError.
 */
export async function withinTurn<T>(work: () => T): Promise<T> {
  let tries = 0;
  for (;;) {
    const began = threadMs();
    try {
      return attempt(work);
    } catch (error) {
      if (!isCutOff(error)) throw error;
      // Time in which the machine did something else does not count.
      if (threadMs() - began > TURN_MS / 2) tries += 1;
      if (tries >= TRIES) throw new TurnTooLongError();
    }
    await nextTurn();
  }
}

function attempt<T>(work: () => T): T {
  let done: { value: T } | undefined;
  Reflect.set(context, 'work', () => {
    done = { value: work() };
  });
  script.runInContext(context, { timeout: TURN_MS });
  if (!done) throw new TurnTooLongError();
  return done.value;
}

function isCutOff(error: unknown): boolean {
  // It is made in the other context, so it is no Error of this one.
  return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
