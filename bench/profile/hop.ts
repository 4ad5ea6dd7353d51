import { z } from 'zod';

/** What the server says of an edit on the channel `routewright:edit`; `at` in ms of the machine's monotonic clock. */
export const Hop = z.strictObject({ hop: z.string(), at: z.number(), detail: z.string().optional() });
export type Hop = z.infer<typeof Hop>;

/** Now, on the clock of `Hop.at`, which all processes of a machine share. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
