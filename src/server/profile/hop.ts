import { channel } from 'node:diagnostics_channel';
import type { StartTimings } from '../../contract/sandbox.ts';

/** What one edit passes in the server, in this order; from `asked` to `ready` once for the learner and once for the checks. */
export type ServerHop =
  | 'arrived'
  | 'visible'
  | 'saved'
  | 'begun'
  | 'asked'
  | 'read'
  | 'taken'
  | 'sent'
  | 'ready'
  | 'live'
  | 'documents'
  | 'checks begun'
  | 'verdict'
  | 'checks done';

/** `at` in ms of the machine's monotonic clock, the same in every process. `detail`: which check a verdict is about. */
export type Hop = { hop: string; at: number; detail?: string };

/** The channel on which `npm run bench -- --profile` listens. Nobody else does, and then nothing is published. */
const HOPS = channel('routewright:edit');

/** An edit is here now. Costs nothing while nobody listens. */
export function hop(name: ServerHop, detail?: string): void {
  if (!HOPS.hasSubscribers) return;
  const at = Number(process.hrtime.bigint()) / 1e6;
  HOPS.publish({ hop: name, at, ...(detail === undefined ? {} : { detail }) } satisfies Hop);
}

/** The hops that a learner process says it passed. */
export function hopsInside(timings: StartTimings | undefined): void {
  if (!HOPS.hasSubscribers || timings === undefined) return;
  for (const [name, at] of Object.entries(timings)) HOPS.publish({ hop: name, at } satisfies Hop);
}
