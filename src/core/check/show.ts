import type { Evidence, Mismatch, ReceivedResponse, SentRequest } from '../../contract/evidence.ts';
import type { Json } from '../../contract/ids.ts';
import { LIMITS } from '../../contract/limits.ts';

/** Cuts a text to `limit` characters; the last one is then an ellipsis. */
export function cut(text: string, limit: number = LIMITS.evidenceChars): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

/** A JSON value in one line for a person, at most `limit` characters. A missing value reads "nothing". */
export function showJson(value: Json | undefined, limit = 200): string {
  if (value === undefined) return 'nothing';
  try {
    return cut(JSON.stringify(value), limit);
  } catch {
    return 'a value that is nested too deeply to show';
  }
}

/** "a", "a or b", "a, b or c". */
export function orList(items: readonly (string | number)[]): string {
  return joinWith(items, 'or');
}

/** "a", "a and b", "a, b and c". */
export function andList(items: readonly (string | number)[]): string {
  return joinWith(items, 'and');
}

function joinWith(items: readonly (string | number)[], word: string): string {
  if (items.length < 2) return String(items[0] ?? 'nothing');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

/** Evidence of one exchange, every value cut to `LIMITS.evidenceChars`. */
export function evidenceOf(
  mismatches: Mismatch[],
  exchange: { request?: SentRequest; response?: ReceivedResponse } = {},
): Evidence {
  const { request, response } = exchange;
  return {
    ...(request && {
      request: {
        ...request,
        path: cut(request.path),
        headers: cutValues(request.headers),
        ...(request.body !== undefined && { body: cut(request.body) }),
      },
    }),
    ...(response && {
      response: {
        ...response,
        headers: cutValues(response.headers),
        body: cut(response.body),
        truncated: response.truncated || response.body.length > LIMITS.evidenceChars,
      },
    }),
    mismatches: mismatches.map(({ at, expected, actual }) => ({ at, expected: cut(expected), actual: cut(actual) })),
  };
}

function cutValues(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, cut(value)]));
}
