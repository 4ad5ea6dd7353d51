import { writeSync } from 'node:fs';
import type { FromSandbox } from '../../contract/sandbox.ts';

/** Descriptor that the server opened for reports. */
const REPORTS = 4;

/** Sends one message to the server. It is written when this returns, so it survives process.exit right after it. */
export function report(message: FromSandbox): void {
  let rest = Buffer.from(`${JSON.stringify(message)}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(REPORTS, rest));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) return;
    }
  }
}
