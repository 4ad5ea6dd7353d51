import { errorMessage } from '../../contract/errors.ts';
import type { StartFailure } from '../../contract/sandbox.ts';
import { callerPosition } from './position.ts';
import { report } from './report.ts';

const exit = process.exit;

/** Ends the process without a word. */
export function exitNow(code: number): never {
  return Reflect.apply(exit, process, [code]) as never;
}

/** Reports why learner code ended the process: `process.exit` with its line, or what `failureOf` says of an error. */
export function guardExit(failureOf: (thrown: unknown) => StartFailure): void {
  process.exit = (code) => {
    const detail = `process.exit(${code ?? ''}) was called`;
    const message = errorMessage('RW_CODE_EXITED', { detail });
    report({ type: 'failed', failure: { code: 'RW_CODE_EXITED', message, ...callerPosition() } });
    return exitNow(Number(code ?? process.exitCode ?? 0));
  };
  const end = (thrown: unknown) => {
    console.error(thrown);
    report({ type: 'failed', failure: failureOf(thrown) });
    exitNow(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
