import type { StartTimings } from '../../contract/sandbox.ts';

// Taken before learner code runs, which may replace it.
const clock = process.hrtime.bigint;
const timings: StartTimings = {};

/** This process has come so far with its run. */
export function passed(step: keyof StartTimings): void {
  timings[step] = Number(clock()) / 1e6;
}

/** What was passed up to now. */
export function timingsSoFar(): StartTimings {
  return { ...timings };
}
