import { Worker } from 'node:worker_threads';
import { RoutewrightError } from '../../../contract/errors.ts';
import { LIMITS } from '../../../contract/limits.ts';
import type { JudgeAnswer, JudgeOrder, JudgeResult, JudgeWork } from './judge-work.ts';

/**
 * Of the processor for one judgement, the loading of Spectral (half a second) among it. Not of the clock: on a busy
 * machine a judgement takes longer and is no harder.
 */
const CPU_MS = 6_000;
const LOOK_MS = 250;
/** Without work the thread goes and gives its 80 MB back. */
const IDLE_MS = 120_000;
const HEAP_MIB = 384;

type Result = JudgeAnswer['result'];

let thread: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let nextId = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Judges documents and sources in a thread of the server, started on first use, one after the other. A thread, because
 * loading Spectral holds whoever does it up for half a second, a document of 500 KB for seconds, and a source that nests
 * very deep breaks the parser for good. Throws RW_CHECK_TOO_HARD when it takes too long, breaks the thread, or is aborted.
 */
export async function judgeInThread<Work extends JudgeWork>(
  work: Work,
  signal: AbortSignal,
): Promise<JudgeResult<Work['kind']>> {
  const before = last;
  const judged = before.then(() => judge(work, signal));
  last = judged.catch(() => undefined);
  const aborted = Promise.withResolvers<never>();
  const onAbort = (): void => aborted.reject(tooHard(LIMITS.checkRunMs));
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    // An answer has the kind of its order.
    return (await Promise.race([judged, aborted.promise])) as JudgeResult<Work['kind']>;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

async function judge(work: JudgeWork, signal: AbortSignal): Promise<Result> {
  if (signal.aborted) throw tooHard(LIMITS.checkRunMs);
  clearTimeout(idle);
  thread ??= start();
  const made = thread;
  const id = nextId++;
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const onMessage = (answer: JudgeAnswer): void => {
    if (answer.id === id) resolve(answer.result);
  };
  const onEnd = (): void => reject(tooHard(CPU_MS));
  made.on('message', onMessage).once('error', onEnd).once('exit', onEnd);
  // The thread may end before the answer is waited for, below.
  promise.catch(() => undefined);
  const used = await cpuMs(made);
  let isOver = false;
  const look = setInterval(async () => {
    // By now the thread may be at the next judgement.
    if ((await cpuMs(made)) - used > CPU_MS && !isOver) await made.terminate();
  }, LOOK_MS);
  try {
    made.postMessage({ id, work } satisfies JudgeOrder);
    return await promise;
  } finally {
    isOver = true;
    clearInterval(look);
    made.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
    idle = setTimeout(() => void made.terminate(), IDLE_MS).unref();
  }
}

function start(): Worker {
  const made = new Worker(new URL('./judge-thread.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
  });
  made.unref();
  const forget = (): void => {
    if (made === thread) thread = undefined;
  };
  // Whoever waits for it is told on their own; here it is only known that there is none any more.
  made.on('error', forget).on('exit', forget);
  return made;
}

/** What the thread has had of the processor so far; 0 when it is not there (any more). */
async function cpuMs(made: Worker): Promise<number> {
  try {
    const { user, system } = await made.cpuUsage();
    return (user + system) / 1_000;
  } catch {
    return 0;
  }
}

function tooHard(ms: number): RoutewrightError {
  return new RoutewrightError('RW_CHECK_TOO_HARD', { ms });
}
