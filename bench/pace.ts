import { setTimeout } from 'node:timers/promises';
import type { SessionDriver } from '../e2e/hosts/workbench-client.ts';

/** A person who writes one edit after the other pauses about this long (ms) between two of them. */
const BETWEEN_EDITS_MS = 500;

/** What the last edit used up is made anew in this time, as it is for a learner. */
export async function betweenEdits(): Promise<void> {
  await setTimeout(BETWEEN_EDITS_MS);
}

/** A lesson that was just opened has been started and judged; what that used up is there again. */
export async function untilOpened(session: SessionDriver): Promise<void> {
  await session.until((event) => {
    const checks = event.type === 'checks' ? event.checks : event.type === 'snapshot' ? event.snapshot.checks : null;
    return checks?.status === 'done';
  });
  await betweenEdits();
}
