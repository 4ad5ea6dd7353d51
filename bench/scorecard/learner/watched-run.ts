import type { StartFailure } from '../../../src/contract/sandbox.ts';
import type { Place } from '../../../src/server/sandbox/place.test-support.ts';
import { StartFailedError } from '../../../src/server/sandbox/start-failed-error.ts';
import { isGone, peakMiB, untilCollected, untilGone } from './process-state.ts';

/** A statement of a learner program: what is measured begins now. All processes share this clock. */
export const BEGINS = "console.log('begins', process.hrtime.bigint());";

const MARK = /^begins (\d+)n$/;
const SAMPLE_MS = 2;

/** How a run of a learner program ended. */
export type WatchedRun = {
  failure: StartFailure | undefined;
  reason: 'not started' | 'stopped' | 'exited' | 'crashed';
  /** From `BEGINS` to the process being gone; undefined when the program never came to it. */
  ms: number | undefined;
  /** The most memory that the process was seen to have resident. */
  peakMiB: number;
};

/**
 * Runs a program in a pool that keeps one process, asks `GET /` of it once it is live, and waits for its end.
 * `entry` is src/app.ts. Rejects when it does not end within 20 s.
 */
export async function watchedRun(place: Place, files: Record<string, string>): Promise<WatchedRun> {
  const workspace = await place.workspace(files);
  await place.pool.ready();
  const [pid, ...others] = place.pool.pids();
  if (pid === undefined || others.length > 0) throw new Error('The pool does not keep exactly one process.');
  let begun: number | undefined;
  const onLog = (lines: readonly { text: string }[]) => {
    for (const { text } of lines) {
      const nanoseconds = MARK.exec(text)?.[1];
      if (nanoseconds !== undefined) begun = Number(BigInt(nanoseconds)) / 1e6;
    }
  };
  let peak = 0;
  const sampler = setInterval(() => {
    peak = Math.max(peak, peakMiB(pid));
  }, SAMPLE_MS);
  try {
    const goneAt = untilGone(pid);
    const end = await place.pool.run({ workspace, entry: 'src/app.ts', onLog }).then(
      (api) => {
        fetch(api.url).catch(() => {});
        return api.ended;
      },
      (error: unknown) => {
        if (error instanceof StartFailedError) return { reason: 'not started' as const, failure: error.failure };
        throw error;
      },
    );
    const at = clockOf(await goneAt);
    return { ...end, failure: end.failure, ms: begun === undefined ? undefined : at - begun, peakMiB: peak };
  } finally {
    clearInterval(sampler);
    if (isGone(pid)) await untilCollected(place.pool, pid);
  }
}

/** `performance.now()` in the machine's monotonic clock, in ms. */
function clockOf(at: number): number {
  return Number(process.hrtime.bigint()) / 1e6 - (performance.now() - at);
}
