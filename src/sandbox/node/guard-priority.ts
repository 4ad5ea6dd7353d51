import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

/** Learner code may not make the workbench wait for the processor: Node's permission model knows nothing of priorities. */
export function guardPriority(): void {
  os.setPriority = () => {
    throw new Error('Priorities are not available here.');
  };
  syncBuiltinESMExports();
}
