import { ERRORS, type ErrorCode } from '../../../contract/errors.ts';

/** What to do about an error, without the sentences whose values only the server knows. */
export function actionFor(code: ErrorCode): string {
  return ERRORS[code].action.replace(/[^.]*\{\w+\}[^.]*\.\s*/g, '');
}
