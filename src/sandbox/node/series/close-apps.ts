import { setTimeout as wait } from 'node:timers/promises';
import { observedInstances } from '../observe-apps.ts';

/** Closing takes some milliseconds; on a busy machine more. */
const CLOSE_MS = 1_000;
const LOOK_MS = 2;

/**
 * Closes every app that the program made, and resolves with whether all that kept the process busy is gone.
 * `idle`: what is active without a program.
 */
export async function closeApps(idle: readonly string[]): Promise<boolean> {
  const until = performance.now() + CLOSE_MS;
  const closing = Promise.allSettled(observedInstances().map((app) => app.close()));
  if ((await Promise.race([closing, wait(CLOSE_MS, 'late', { ref: false })])) === 'late') return false;
  while (!isIdle(idle)) {
    if (performance.now() > until) return false;
    await wait(LOOK_MS, undefined, { ref: false });
  }
  return true;
}

function isIdle(idle: readonly string[]): boolean {
  const left = [...idle];
  return process.getActiveResourcesInfo().every((name) => {
    const at = left.indexOf(name);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
}
