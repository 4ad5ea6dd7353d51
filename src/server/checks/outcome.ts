import type { RoutewrightError } from '../../contract/errors.ts';
import type { Evidence, Mismatch, ReceivedResponse, SentRequest } from '../../contract/evidence.ts';
import { LIMITS } from '../../contract/limits.ts';
import { reasonOf } from '../../core/check/verdict.ts';

/** What judging a check comes to; the run adds the check's id and the time it took. */
export type Outcome = { status: 'passed' | 'failed' | 'error'; reason: string; evidence?: Evidence };

/** Passed when nothing differs, else failed with the differences in one line. */
export function judged(mismatches: Mismatch[], exchange: Omit<Evidence, 'mismatches'> = {}): Outcome {
  const evidence = { ...shortened(exchange), mismatches };
  if (mismatches.length === 0) return { status: 'passed', reason: '', evidence };
  return { status: 'failed', reason: reasonOf(mismatches), evidence };
}

/** The check could not be judged; the reason is the error's sentence. */
export function errorOutcome(error: RoutewrightError, exchange: Omit<Evidence, 'mismatches'> = {}): Outcome {
  return { status: 'error', reason: error.message, evidence: { ...shortened(exchange), mismatches: [] } };
}

/** Bodies and headers of at most LIMITS.evidenceChars, so that a verdict stays small. */
function shortened(exchange: { request?: SentRequest; response?: ReceivedResponse }): Omit<Evidence, 'mismatches'> {
  const { request, response } = exchange;
  return {
    ...(request
      ? {
          request: {
            ...request,
            headers: cutAll(request.headers),
            ...(request.body === undefined ? {} : { body: cut(request.body) }),
          },
        }
      : {}),
    ...(response
      ? {
          response: {
            ...response,
            headers: cutAll(response.headers),
            body: cut(response.body),
            truncated: response.truncated || response.body.length > LIMITS.evidenceChars,
          },
        }
      : {}),
  };
}

const cut = (text: string): string => text.slice(0, LIMITS.evidenceChars);
const cutAll = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, cut(value)]));
