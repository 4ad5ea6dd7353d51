import { errorMessage } from '../../contract/errors.ts';
import type { StartFailure } from '../../contract/sandbox.ts';
import { callerPosition, type Position } from './position.ts';
import { report } from './report.ts';

const exit = process.exit;

/** Ends the process without a word. */
export function exitNow(code: number): never {
  return Reflect.apply(exit, process, [code]) as never;
}

/**
 * Reports why learner code ended the process: `process.exit` with its line, what `failureOf` says of an error, or that
 * nothing was left to do, such as after `app.close()`.
 */
export function guardExit(failureOf: (thrown: unknown) => StartFailure): void {
  guardExitCalls();
  const end = (thrown: unknown) => {
    try {
      console.error(thrown);
    } catch {
      // It cannot be looked at, or there is no console any more; the report says that.
    }
    report({ type: 'failed', failure: failureOf(thrown) });
    exitNow(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

/** The same for `process.exit` and a natural end only: a test runner has its own ways with errors. */
export function guardExitCalls(): void {
  process.exit = (code) => {
    exited(`process.exit(${code ?? ''}) was called`, callerPosition());
    return exitNow(Number(code ?? process.exitCode ?? 0));
  };
  process.prependListener('beforeExit', (code) => {
    exited('nothing was left to do: no server listens and no timer runs');
    exitNow(code);
  });
}

function exited(detail: string, at?: Position): void {
  report({
    type: 'failed',
    failure: { code: 'RW_CODE_EXITED', message: errorMessage('RW_CODE_EXITED', { detail }), ...at },
  });
}
