import { type ErrorCode, errorMessage } from '../../contract/errors.ts';
import { LIMITS } from '../../contract/limits.ts';
import type { Problem } from '../../contract/problem.ts';

/** The problem of a course file over `LIMITS.courseFileBytes` (in UTF-8), or null. */
export function sizeProblem(text: string, file: string, code: ErrorCode): Problem | null {
  const limit = LIMITS.courseFileBytes;
  if (!exceeds(text, limit)) return null;
  const detail = `it is larger than ${limit} bytes`;
  return { code, message: errorMessage(code, { file, limit, detail }), file };
}

function exceeds(text: string, limit: number): boolean {
  if (text.length > limit) return true;
  if (text.length * 3 <= limit) return false;
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes > limit;
}
