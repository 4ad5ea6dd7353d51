import type { LearnerProcess } from './learner-process.ts';

/** How long a program may take to end. In the process it has half of that; the rest is for a busy machine. */
const END_MS = 2_000;

/** Processes that serve several programs, one after the other. Only for programs that the author of a course wrote. */
export type ReusedProcesses = {
  /** Hands out one that waits for its next program, else a new one. Rejects as `takeNew` does. */
  take(signal: AbortSignal): Promise<LearnerProcess>;
  /** How many programs this process had before. */
  before(process: LearnerProcess): number;
  /** Ends the program and keeps the process for the next one; or ends the process. */
  giveBack(process: LearnerProcess): Promise<void>;
};

/** `times`: how many programs a process serves at most. `takeNew` hands out a rehearsed one. */
export function reusedProcesses(
  times: number,
  takeNew: (signal: AbortSignal) => Promise<LearnerProcess>,
): ReusedProcesses {
  const waiting: LearnerProcess[] = [];
  const takers = new Set<(process: LearnerProcess) => void>();
  const served = new WeakMap<LearnerProcess, number>();

  const next = (): LearnerProcess | undefined => {
    const process = waiting.pop();
    if (process) served.set(process, (served.get(process) ?? 0) + 1);
    return process;
  };
  const offer = (process: LearnerProcess) => {
    waiting.push(process);
    const [taker] = takers;
    if (!taker) return;
    takers.delete(taker);
    const taken = next();
    if (taken) taker(taken);
  };

  return {
    async take(signal) {
      signal.throwIfAborted();
      const known = next();
      if (known) return known;
      // Whatever comes first: a new one, or one that is given back.
      const given = Promise.withResolvers<LearnerProcess>();
      const came = new AbortController();
      takers.add(given.resolve);
      const made = takeNew(AbortSignal.any([signal, came.signal]));
      let first: LearnerProcess | undefined;
      // What came in the same moment is for somebody else.
      const pass = (process: LearnerProcess) => process !== first && offer(process);
      try {
        first = await Promise.race([given.promise, made]);
        return first;
      } finally {
        if (!takers.delete(given.resolve)) void given.promise.then(pass);
        came.abort();
        void made.then(pass, () => {});
      }
    },
    before: (process) => served.get(process) ?? 0,
    async giveBack(process) {
      if ((served.get(process) ?? 0) + 1 >= times || !(await hasEnded(process))) {
        process.kill();
        await process.exited;
        return;
      }
      void process.exited.then(() => {
        const at = waiting.indexOf(process);
        if (at !== -1) waiting.splice(at, 1);
      });
      offer(process);
    },
  };
}

async function hasEnded(process: LearnerProcess): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, END_MS, false);
  process.log(() => {});
  process.listen((message) => {
    if (message.type === 'ended') resolve(true);
    else if (message.type === 'failed') resolve(false);
  });
  void process.exited.then(() => resolve(false));
  process.send({ type: 'end' });
  const isEnded = await promise;
  clearTimeout(timer);
  return isEnded;
}
