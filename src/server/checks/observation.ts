import type { Observed } from '../../core/contract/compare.ts';

/** An exchange that a check made. `at` in epoch milliseconds when it was sent, `ms` until the last byte. */
export type Observation = Observed & { at: number; ms: number };
