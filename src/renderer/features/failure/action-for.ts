import { ERRORS, type ErrorCode } from '../../../contract/errors.ts';

/** What to do about an error, without the promise that an older version runs: that is said only where it is true. */
export function actionFor(code: ErrorCode): string {
  return ERRORS[code].action.replace(/\s*The last good version keeps running\./, '');
}
