import { NETWORK } from './network.ts';
import type { Probe } from './probe.ts';
import { PROCESSES } from './processes.ts';
import { READING } from './reading.ts';
import { WRITING } from './writing.ts';

/** Everything that a learner's program is made to try. */
export const PROBES: readonly Probe[] = [...READING, ...WRITING, ...PROCESSES, ...NETWORK];
