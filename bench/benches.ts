import type { Bench } from './bench.ts';
import { editToLive } from './edit-to-live/edit-to-live.ts';
import { editToVerdicts } from './edit-to-verdicts/edit-to-verdicts.ts';
import { growth } from './growth/growth.ts';
import { keystrokeToVerdicts } from './keystroke-to-verdicts/keystroke-to-verdicts.ts';
import { learner } from './learner/learner.ts';
import { memory } from './memory/memory.ts';
import { open } from './open/open.ts';
import { start } from './start/start.ts';
import { steadyTyping } from './steady-typing/steady-typing.ts';

/** Every benchmark, in the order in which `npm run bench` runs them. */
export const BENCHES: readonly Bench[] = [
  editToLive,
  editToVerdicts,
  keystrokeToVerdicts,
  start,
  open,
  memory,
  learner,
  growth,
  steadyTyping,
];
