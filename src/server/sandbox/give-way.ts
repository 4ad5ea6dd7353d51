import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/** From 0 (as everybody) to 19. At 10 a process gets about a tenth of what one at 0 gets, and all that nobody wants. */
const NICE = 10;

/**
 * Lets a process that never rests have the processor after the page, the server and other learner processes. Where Linux
 * groups processes by session, the group has a priority of its own (sched(7), "The autogroup feature"), and the process
 * leads one. What the system does not allow is left.
 */
export function giveWay(pid: number): void {
  attempt(() => setPriority(pid, NICE));
  if (process.platform === 'linux') attempt(() => writeFileSync(`/proc/${pid}/autogroup`, String(NICE)));
}

function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // The process is gone, or the system has other ways.
  }
}
