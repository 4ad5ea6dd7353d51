import { errorMessage } from '../../contract/errors.ts';
import { LIMITS } from '../../contract/limits.ts';
import type { StartFailure } from '../../contract/sandbox.ts';
import type { Exit } from './learner-process.ts';

/** Says for the learner why a process ended that did not report a failure itself. */
export function exitFailure(exit: Exit): StartFailure {
  if (exit.errorTail.includes('heap out of memory')) {
    return { code: 'RW_CODE_MEMORY', message: errorMessage('RW_CODE_MEMORY', { limit: LIMITS.heapMiB }) };
  }
  return { code: 'RW_CODE_EXITED', message: errorMessage('RW_CODE_EXITED', { detail: detailOf(exit) }) };
}

function detailOf(exit: Exit): string {
  if (exit.abuse) return exit.abuse;
  if (exit.signal) return `signal ${exit.signal}`;
  return `exit code ${exit.code ?? 'unknown'}`;
}
