import { setTimeout } from 'node:timers/promises';

/** A person who writes one edit after the other pauses about this long (ms) between two of them. */
const BETWEEN_EDITS_MS = 500;

/** What the last edit used up is made anew in this time, as it is for a learner. */
export async function betweenEdits(): Promise<void> {
  await setTimeout(BETWEEN_EDITS_MS);
}
