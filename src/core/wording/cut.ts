import { LIMITS } from '../../contract/limits.ts';

/** Cuts a text to `limit` characters; the last one is then an ellipsis. */
export function cut(text: string, limit: number = LIMITS.evidenceChars): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
