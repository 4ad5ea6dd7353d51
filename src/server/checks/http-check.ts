import type { HttpCheck } from '../../contract/check.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import type { Mismatch, ReceivedResponse, SentRequest } from '../../contract/evidence.ts';
import type { HttpStep } from '../../contract/http-step.ts';
import { LIMITS } from '../../contract/limits.ts';
import { type Captured, capture, fillRequest } from '../../core/check/capture.ts';
import type { RunningApi } from '../sandbox/pool.ts';
import { fillExpectation } from './fill-expectation.ts';
import { sendRequest } from './http-client.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { Observation } from './observation.ts';
import { errorOutcome, judged, type Outcome } from './outcome.ts';

type Target = {
  api: RunningApi;
  signal: AbortSignal;
  /** Receives every exchange, for contract checks. */
  observed: Observation[];
};

type Exchange = { request: SentRequest; response: ReceivedResponse };

/**
 * Sends the steps one after the other and stops at the first that does not get what it expects.
 * Evidence is that exchange, or the last one when all hold. `error` when there was no complete answer.
 */
export async function judgeHttpCheck(check: HttpCheck, target: Target): Promise<Outcome> {
  const values: Captured = {};
  let last: Exchange | undefined;
  for (const step of check.steps) {
    if (!step.request) continue;
    const request = fillRequest(step.request, values);
    try {
      for await (const response of exchanges(step, request, target)) {
        last = { request, response };
        const mismatches = await judgeAnswer(fillExpectation(step.expect, values), response, {
          openapi: target.api.openapi,
          method: request.method,
          path: request.path,
        });
        if (mismatches.length > 0) return judged(mismatches, last);
      }
    } catch (error) {
      return errorOutcome(await explain(error, target), { request });
    }
    const missing = last && step.capture ? captureInto(values, step.capture, last.response) : [];
    if (missing.length > 0) return judged(missing, last);
  }
  return judged([], last);
}

function captureInto(values: Captured, spec: Record<string, string>, response: ReceivedResponse): Mismatch[] {
  const captured = capture(spec, response);
  Object.assign(values, captured.values);
  return captured.mismatches;
}

/** The answers of a step: as many as `repeat` says, sent all at once when `parallel`. */
async function* exchanges(step: HttpStep, request: SentRequest, target: Target): AsyncGenerator<ReceivedResponse> {
  const send = async (): Promise<ReceivedResponse> => {
    const at = Date.now();
    const response = await sendRequest(target.api.url, request, target.signal);
    const { status, ms } = response;
    target.observed.push({ method: request.method, path: request.path, status, at, ms });
    return response;
  };
  if (step.parallel) yield* await Promise.all(Array.from({ length: step.repeat }, send));
  else for (let sent = 0; sent < step.repeat; sent++) yield await send();
}

/** Why there was no answer. When the API itself ended, that is the reason, not the broken connection. */
async function explain(error: unknown, { api, signal }: Target): Promise<RoutewrightError> {
  if (signal.aborted) return new RoutewrightError('RW_CHECK_TIMEOUT', { ms: LIMITS.checkRunMs });
  if (!(error instanceof RoutewrightError)) throw error;
  if (error.code !== 'RW_CHECK_CONNECTION') return error;
  const soon = new Promise<null>((resolve) => setTimeout(resolve, 200, null).unref());
  const ended = await Promise.race([api.ended, soon]);
  return ended?.failure
    ? new RoutewrightError('RW_CHECK_CONNECTION', { detail: ended.failure.message }, { cause: error })
    : error;
}
