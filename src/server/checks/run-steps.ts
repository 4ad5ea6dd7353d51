import { setTimeout as sleep } from 'node:timers/promises';
import { RoutewrightError } from '../../contract/errors.ts';
import type { Mismatch, ReceivedResponse, SentRequest } from '../../contract/evidence.ts';
import type { HttpRequestSpec, HttpStep } from '../../contract/http-step.ts';
import { LIMITS } from '../../contract/limits.ts';
import { type Captured, capture, fillRequest, labValues } from '../../core/check/capture.ts';
import { shownRequest } from '../../core/check/generated-body.ts';
import { StartFailedError } from '../sandbox/start-failed-error.ts';
import { authorize } from './authorize/authorize.ts';
import type { Bench } from './bench.ts';
import { fillExpectation } from './fill-expectation.ts';
import { forgeToken } from './forge-token.ts';
import { sendRequest } from './http-client.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { Observation } from './observation.ts';
import { withResolvedLocation } from './resolved-location.ts';

/** A request as people see it, and what came back; without an answer `response` is missing. */
export type Exchange = { request: SentRequest; response?: ReceivedResponse };

export type StepsTarget = {
  bench: Bench;
  signal: AbortSignal;
  /** Receives every exchange with the API, for contract checks. */
  observed: Observation[];
  /** Called with every exchange and the step that it belongs to. */
  onExchange?: (step: HttpStep, exchange: Exchange) => void;
};

/** How the steps ended, with the exchange that decided it: the one that differs, else the last one. */
export type StepsEnd = { last?: Exchange; values: Captured } & (
  | { end: 'held' }
  | { end: 'differs'; mismatches: Mismatch[] }
  /** There was no complete answer. `isDown`: the API, which had started, ended or never answers. */
  | { end: 'silent'; error: RoutewrightError; isDown: boolean }
);

/** Does the steps one after the other and stops at the first that does not get what it expects. */
export async function runSteps(steps: readonly HttpStep[], target: StepsTarget): Promise<StepsEnd> {
  const { lab } = target.bench;
  const values = labValues({ ...lab.env, ...(lab.strangerOrigin && { STRANGER_ORIGIN: lab.strangerOrigin }) });
  const course: Course = { values };
  for (const step of steps) {
    try {
      const mismatches = await doStep(step, course, target);
      if (mismatches.length > 0) return { ...course, end: 'differs', mismatches };
    } catch (error) {
      return { ...course, end: 'silent', ...(await explain(error, step, target)) };
    }
  }
  return { ...course, end: 'held' };
}

type Course = { last?: Exchange; values: Captured };

async function doStep(step: HttpStep, course: Course, target: StepsTarget): Promise<Mismatch[]> {
  const { bench, signal } = target;
  if (step.request) return await doRequest(step, step.request, course, target);
  if (step.restart) await bench.restart();
  if (step.wait !== undefined) await sleep(step.wait, undefined, { signal });
  if (step.token) course.values[step.token.as] = await forgeToken(step.token, course.values, bench.lab.env);
  if (!step.authorize) return [];
  const { request, response, accessToken, mismatches } = await authorize(step.authorize, course.values, {
    lab: bench.lab,
    signal,
  });
  const exchange = { request, response };
  target.onExchange?.(step, exchange);
  if (mismatches.length > 0) course.last = exchange;
  course.values[step.authorize.as] = accessToken;
  return mismatches;
}

async function doRequest(
  step: HttpStep,
  spec: HttpRequestSpec,
  course: Course,
  target: StepsTarget,
): Promise<Mismatch[]> {
  const request = fillRequest(spec, course.values);
  const base = baseOf(spec.to, target.bench);
  const shown = shownRequest(spec, spec.to === 'api' ? request : { ...request, path: base + request.path });
  course.last = { request: shown };
  const expect = fillExpectation(step.expect, course.values);
  let response: ReceivedResponse | undefined;
  try {
    for await (response of answers(step, { spec, base, request }, target)) {
      course.last = { request: shown, response };
      target.onExchange?.(step, course.last);
      const { openapi } = target.bench.api;
      const context = { openapi, method: request.method, path: request.path };
      const mismatches = await judgeAnswer(expect, response, context);
      if (mismatches.length > 0) return mismatches;
    }
  } catch (error) {
    course.last = { request: shown };
    target.onExchange?.(step, course.last);
    throw error;
  }
  if (!step.capture || !response) return [];
  const captured = capture(step.capture, withResolvedLocation(response, request.path));
  Object.assign(course.values, captured.values);
  return captured.mismatches;
}

type Call = { spec: HttpRequestSpec; base: string; request: SentRequest };

/** The answers of a step: as many as `repeat` says, sent all at once when `parallel`. */
async function* answers(step: HttpStep, call: Call, target: StepsTarget): AsyncGenerator<ReceivedResponse> {
  const { api } = target.bench;
  const send = async (): Promise<ReceivedResponse> => {
    const at = Date.now();
    const response = await sendRequest(call.base, call.request, target.signal, { ca: api.ca });
    const { method, path } = call.request;
    const { status, ms } = response;
    if (call.spec.to === 'api') target.observed.push({ method, path, status, at, ms });
    return response;
  };
  if (step.parallel) yield* await Promise.all(Array.from({ length: step.repeat }, send));
  else for (let sent = 0; sent < step.repeat; sent++) yield await send();
}

function baseOf(to: HttpRequestSpec['to'], { api, lab }: Bench): string {
  if (to === 'api') return api.url;
  // An API without TLS is itself what answers in plain HTTP.
  const plain = api.plainUrl ?? (api.url.startsWith('http:') ? api.url : undefined);
  const base = to === 'plain' ? plain : lab.env.OAUTH_ISSUER;
  if (base !== undefined) return new URL(base).origin;
  const detail = to === 'plain' ? 'src/app.ts exports no buildRedirect, so nothing listens in plain HTTP' : 'no lab';
  throw new RoutewrightError('RW_CHECK_CONNECTION', { detail });
}

type Silence = { error: RoutewrightError; isDown: boolean };

/**
 * Why there was no answer. When the API itself ended, that is the reason, not the broken connection. What the
 * authorization server does not answer says nothing about the API.
 */
async function explain(error: unknown, step: HttpStep, { bench, signal }: StepsTarget): Promise<Silence> {
  const isOfApi = step.request !== undefined && step.request.to !== 'authorization';
  const because = (reason: RoutewrightError, isDown = false): Silence => ({ error: reason, isDown });
  if (signal.aborted) return because(new RoutewrightError('RW_CHECK_TIMEOUT', { ms: LIMITS.checkRunMs }));
  if (error instanceof StartFailedError)
    return because(new RoutewrightError('RW_CHECK_NOT_RUNNING', {}, { cause: error }));
  if (!(error instanceof RoutewrightError)) throw error;
  if (error.code !== 'RW_CHECK_CONNECTION') return because(error, isOfApi && error.code === 'RW_CHECK_TIMEOUT');
  const soon = new Promise<null>((resolve) => setTimeout(resolve, 200, null).unref());
  const ended = await Promise.race([bench.api.ended, soon]);
  if (!ended?.failure) return because(error);
  return because(
    new RoutewrightError('RW_CHECK_CONNECTION', { detail: ended.failure.message }, { cause: error }),
    true,
  );
}
