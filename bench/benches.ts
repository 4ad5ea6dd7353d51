import type { Bench } from './bench.ts';
import { editToLive } from './edit-to-live/edit-to-live.ts';
import { editToVerdicts } from './edit-to-verdicts/edit-to-verdicts.ts';

/** Every benchmark, in the order in which `npm run bench` runs them. */
export const BENCHES: readonly Bench[] = [editToLive, editToVerdicts];
