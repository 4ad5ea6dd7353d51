import { Worker } from 'node:worker_threads';
import { RoutewrightError } from '../../../contract/errors.ts';
import { LIMITS } from '../../../contract/limits.ts';
import type { JudgeAnswer, JudgeOrder, JudgeResult, JudgeWork } from './judge-work.ts';

/** For one judgement, the loading of Spectral (half a second) among it. */
const LONGEST_MS = 8_000;
/** Without work the thread goes and gives its 80 MB back. */
const IDLE_MS = 120_000;
const HEAP_MIB = 384;

type Waiting = { give: (answer: JudgeAnswer['result']) => void; refuse: (error: Error) => void };

let thread: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let nextId = 0;
const waiting = new Map<number, Waiting>();

/**
 * Judges documents and sources in a thread of the server, started on first use. A thread, because loading Spectral holds
 * whoever does it up for half a second, a document of 500 KB for seconds, and a source that nests very deep breaks the
 * parser for good. Throws RW_CHECK_TOO_HARD when it takes too long, breaks the thread, or is aborted.
 */
export async function judgeInThread<Work extends JudgeWork>(
  work: Work,
  signal: AbortSignal,
): Promise<JudgeResult<Work['kind']>> {
  if (signal.aborted) throw tooHard(LIMITS.checkRunMs);
  clearTimeout(idle);
  thread ??= start();
  const made = thread;
  const id = nextId++;
  const { promise, resolve, reject } = Promise.withResolvers<JudgeAnswer['result']>();
  waiting.set(id, { give: resolve, refuse: reject });
  const onAbort = (): void => reject(tooHard(LIMITS.checkRunMs));
  signal.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => void giveUp(made), LONGEST_MS);
  made.postMessage({ id, work } satisfies JudgeOrder);
  try {
    // An answer has the kind of its order.
    return (await promise) as JudgeResult<Work['kind']>;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    waiting.delete(id);
    if (waiting.size === 0) idle = setTimeout(() => void giveUp(made), IDLE_MS).unref();
  }
}

function start(): Worker {
  const made = new Worker(new URL('./judge-thread.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
  });
  made.unref();
  made.on('message', ({ id, result }: JudgeAnswer) => waiting.get(id)?.give(result));
  made.on('error', () => void giveUp(made));
  return made;
}

/** Ends the thread; whoever waits for it is told. */
async function giveUp(made: Worker): Promise<void> {
  if (made !== thread) return;
  thread = undefined;
  for (const { refuse } of waiting.values()) refuse(tooHard(LONGEST_MS));
  await made.terminate();
}

function tooHard(ms: number): RoutewrightError {
  return new RoutewrightError('RW_CHECK_TOO_HARD', { ms });
}
