import type { LearnerProcess } from './learner-process.ts';
import type { RehearsedProcess } from './rehearsed-process.ts';

/** When nothing is left this many are started at once; else one after the other, since the learner needs the machine. */
const AT_ONCE_WHEN_EMPTY = 2;

/** Two edits within this time are steady typing: the next one is near. */
const HURRY_MS = 400;

/** With enough for another edit, new ones wait until what came of this edit is painted: the page needs the machine. */
const ENOUGH = 2;
const PAINTED_MS = 300;

/** What a process is wanted for. */
export type Purpose = 'live' | 'checks';

/** How many processes are kept; after nobody took one for `afterMs`, only `atRest`. */
export type StockSize = { size: number; atRest: number; afterMs: number };

/** The processes that wait rehearsed. */
export type Stock = {
  /**
   * Hands out a rehearsed process. What is to be live comes before checks; under steady typing checks leave the last one
   * for the next edit while another is on its way. Rejects with the signal's reason, or with the error when one could not be started.
   */
  take(purpose: Purpose, signal: AbortSignal): Promise<LearnerProcess>;
  /** Until what it returns is called nothing is started unless nothing is left: someone waits for an answer. */
  hold(): () => void;
  /** Resolves when `n` are rehearsed at once. Rejects when one could not be started. */
  ready(n: number): Promise<void>;
  /** Starts what is missing, after whoever has just been served. */
  refill(): void;
  /** Nothing is started any more, and who waits gets `reason`. */
  close(reason: Error): void;
};

type Waiting = { resolve: (entry: RehearsedProcess) => void; reject: (error: unknown) => void };

/** `start` makes a process and has it rehearse; `sizeNow` may change with the state of the machine. */
export function openStock(start: () => Promise<RehearsedProcess>, sizeNow: () => StockSize): Stock {
  const rehearsed: RehearsedProcess[] = [];
  const takers: Record<Purpose, Set<Waiting>> = { live: new Set(), checks: new Set() };
  const watchers = new Set<{ n: number; resolve: () => void; reject: (error: unknown) => void }>();
  let onTheWay = 0;
  let holds = 0;
  let closed = false;
  let rests = false;
  let lastEdit = Number.NEGATIVE_INFINITY;
  let hurries = false;
  let timer: NodeJS.Timeout | undefined;
  let later: NodeJS.Timeout | undefined;

  const missing = () => {
    const { size, atRest } = sizeNow();
    const kept = Math.max(rests ? Math.min(atRest, size) : size, ...[...watchers].map(({ n }) => n));
    return kept + takers.live.size + takers.checks.size - rehearsed.length - onTheWay;
  };

  const refill = () => {
    const isEmpty = rehearsed.length === 0;
    if (holds > 0 && !isEmpty && watchers.size === 0) return;
    while (!closed && missing() > 0 && onTheWay < (isEmpty ? AT_ONCE_WHEN_EMPTY : 1)) void startOne();
  };

  const startOne = async () => {
    onTheWay += 1;
    try {
      const entry = await start();
      void entry.process.exited.then(() => remove(entry));
      await entry.rehearsed;
      rehearsed.push(entry);
    } catch (error) {
      onTheWay -= 1;
      return giveUp(error);
    }
    onTheWay -= 1;
    serve();
    refill();
  };

  const remove = (entry: RehearsedProcess) => {
    const at = rehearsed.indexOf(entry);
    if (at !== -1) rehearsed.splice(at, 1);
  };

  const serve = () => {
    for (const { n, resolve } of watchers) if (rehearsed.length >= n) resolve();
    for (const taker of takers.live) give(taker, takers.live);
    for (const taker of takers.checks) {
      if (!hurries || rehearsed.length > 1 || onTheWay === 0) give(taker, takers.checks);
    }
  };
  const give = (taker: Waiting, from: Set<Waiting>) => {
    const entry = rehearsed.shift();
    if (!entry) return;
    from.delete(taker);
    taker.resolve(entry);
  };

  const giveUp = (error: unknown) => {
    const all = [...takers.live, ...takers.checks, ...watchers];
    for (const waiting of [takers.live, takers.checks, watchers]) waiting.clear();
    for (const { reject } of all) reject(error);
  };

  const shrink = () => {
    rests = true;
    for (const entry of rehearsed.slice(sizeNow().atRest)) entry.process.kill();
  };
  const wake = () => {
    rests = false;
    clearTimeout(timer);
    timer = setTimeout(shrink, sizeNow().afterMs).unref();
  };

  wake();
  return {
    async take(purpose, signal) {
      signal.throwIfAborted();
      wake();
      if (purpose === 'live') {
        hurries = performance.now() - lastEdit < HURRY_MS;
        lastEdit = performance.now();
      }
      const { promise, resolve, reject } = Promise.withResolvers<RehearsedProcess>();
      const taker = { resolve, reject };
      const abort = () => {
        takers[purpose].delete(taker);
        reject(signal.reason);
      };
      signal.addEventListener('abort', abort, { once: true });
      takers[purpose].add(taker);
      serve();
      if (takers[purpose].has(taker)) refill();
      try {
        return (await promise).process;
      } finally {
        signal.removeEventListener('abort', abort);
      }
    },
    hold() {
      let held = true;
      holds += 1;
      clearTimeout(later);
      return () => {
        if (held) holds -= 1;
        held = false;
        if (rehearsed.length < ENOUGH) refill();
        else later = setTimeout(refill, PAINTED_MS).unref();
      };
    },
    async ready(n) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const watcher = { n, resolve, reject };
      watchers.add(watcher);
      serve();
      refill();
      await promise.finally(() => watchers.delete(watcher));
    },
    refill,
    close(reason) {
      closed = true;
      clearTimeout(timer);
      clearTimeout(later);
      giveUp(reason);
    },
  };
}
