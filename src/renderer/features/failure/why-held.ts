import type { StartFailure } from '../../../contract/sandbox.ts';

const WHY: Partial<Record<StartFailure['code'], string>> = {
  RW_CODE_STALLED: 'it blocked last time',
  RW_CODE_MEMORY: 'it used too much memory last time',
};

/** Why code is not started by itself, in a few words: "it blocked last time". */
export function whyHeld(failure: StartFailure | undefined): string {
  return (failure && WHY[failure.code]) ?? 'it had to be ended last time';
}

/** The same as a sentence with the place: "Not started: it blocked last time (src/app.ts, line 12)." */
export function heldSentence(failure: StartFailure | undefined): string {
  const line = failure?.line ? `, line ${failure.line}` : '';
  return `Not started: ${whyHeld(failure)}${failure?.file ? ` (${failure.file}${line})` : ''}.`;
}
