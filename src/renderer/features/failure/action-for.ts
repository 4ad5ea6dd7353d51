import { ERRORS, type ErrorCode } from '../../../contract/errors.ts';

/**
 * What to do about an error. Left out: sentences whose values only the server knows, and the promise that an older
 * version still runs, which is made only where it is true.
 */
export function actionFor(code: ErrorCode): string {
  return ERRORS[code].action
    .replace(/[^.]*\{\w+\}[^.]*\.\s*/g, '')
    .replace(/\s*The last good version keeps running\./, '');
}
