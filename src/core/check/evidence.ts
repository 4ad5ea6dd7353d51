import type { Evidence, Mismatch, ReceivedResponse, SentRequest } from '../../contract/evidence.ts';
import { LIMITS } from '../../contract/limits.ts';
import { cut } from '../wording/cut.ts';

/** Mismatches that evidence shows; a long list with one mistake in each item has no more to say. */
const MAX_MISMATCHES = 20;

/** Evidence of one exchange: at most 20 mismatches, every value cut to `LIMITS.evidenceChars`. */
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
    mismatches: mismatches
      .slice(0, MAX_MISMATCHES)
      .map(({ at, expected, actual }) => ({ at: cut(at), expected: cut(expected), actual: cut(actual) })),
  };
}

function cutValues(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, cut(value)]));
}
