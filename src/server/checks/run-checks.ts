import type { Check } from '../../contract/check.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import type { Verdict } from '../../contract/evidence.ts';
import { LIMITS } from '../../contract/limits.ts';
import { PLAN_PATH } from '../../contract/plan.ts';
import type { OpenApiDocument, Route } from '../../contract/sandbox.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import type { Question } from '../courses/course.ts';
import type { LabRun } from '../lab/lab.ts';
import type { RunningApi } from '../sandbox/pool.ts';
import { StartFailedError } from '../sandbox/start-failed-error.ts';
import { judgeContractCheck } from './contract-check.ts';
import { judgeHttpCheck } from './http-check.ts';
import type { Observation } from './observation.ts';
import type { Outcome } from './outcome.ts';
import { errorOutcome } from './outcome.ts';
import { judgePlanCheck } from './plan-check.ts';
import { judgeQuizCheck } from './quiz-check.ts';

export type CheckRun = {
  checks: Check[];
  quiz: Question[];
  /** Question id to the answer id last chosen. */
  answers: Record<string, string>;
  /** The workspace as it is judged. */
  files: readonly WorkspaceFile[];
  /** Makes what stands beside a fresh API. Whoever opens one closes it. */
  openLab: () => Promise<LabRun>;
  /** Starts the API beside `lab`, only when a check needs it; a restart is the same lab again. */
  start: (lab: LabRun) => Promise<RunningApi>;
  signal: AbortSignal;
  /** Called with each verdict as soon as it is known. */
  onVerdict?: (verdict: Verdict) => void;
};

export type CheckRunResult = {
  /** In the order of the checks. */
  verdicts: Verdict[];
  observed: Observation[];
  /** null when no check needed the API or it did not start. */
  built: { routes: Route[]; openapi: OpenApiDocument | null } | null;
};

/**
 * Judges all checks of a lesson against one fresh API, one after the other, contract checks last since they also
 * judge what the others observed. Ends the API. At most LIMITS.checkRunMs; what is left then is an `error`.
 * Throws the signal's reason at once when aborted, and whatever `start` throws that is not a StartFailedError.
 */
export async function runChecks(run: CheckRun): Promise<CheckRunResult> {
  run.signal.throwIfAborted();
  const limit = AbortSignal.timeout(LIMITS.checkRunMs);
  const state: State = { run, signal: AbortSignal.any([run.signal, limit]), verdicts: new Map(), observed: [] };
  try {
    await abortable(() => judgeAll(state), run.signal);
  } finally {
    // The API's end is not waited for: a verdict that is known should not wait for a process to go.
    void state.api
      ?.then(
        (api) => (api instanceof StartFailedError ? undefined : api.stop()),
        () => undefined,
      )
      .then(async () => (await state.lab)?.close());
  }
  const api = await state.api;
  return {
    verdicts: run.checks.flatMap((check) => state.verdicts.get(check.id) ?? []),
    observed: state.observed,
    built: api && !(api instanceof StartFailedError) ? { routes: api.routes, openapi: api.openapi } : null,
  };
}

type State = {
  run: CheckRun;
  signal: AbortSignal;
  verdicts: Map<string, Verdict>;
  observed: Observation[];
  lab?: Promise<LabRun>;
  api?: Promise<RunningApi | StartFailedError>;
};

async function judgeAll(state: State): Promise<void> {
  const last = (check: Check): number => (check.kind === 'contract' ? 1 : 0);
  const order = [...state.run.checks].sort((a, b) => last(a) - last(b));
  for (const check of order) await verdictOf(state, check, new Set());
}

/** Judges a check, and first the one that it needs. `waiting` holds those that wait, so that a circle ends. */
async function verdictOf(state: State, check: Check, waiting: Set<string>): Promise<Verdict> {
  const known = state.verdicts.get(check.id);
  if (known) return known;
  waiting.add(check.id);
  const needed = state.run.checks.find((other) => other.id === check.needs);
  const holds = !needed || (!waiting.has(needed.id) && (await verdictOf(state, needed, waiting)).status === 'passed');
  const started = performance.now();
  const outcome = holds ? await judge(state, check) : null;
  state.run.signal.throwIfAborted();
  const verdict: Verdict = {
    checkId: check.id,
    ...(outcome ?? { status: 'blocked', reason: `first: ${needed?.title ?? check.needs}` }),
    ms: performance.now() - started,
  };
  state.verdicts.set(check.id, verdict);
  state.run.onVerdict?.(verdict);
  return verdict;
}

async function judge(state: State, check: Check): Promise<Outcome> {
  const { run } = state;
  if (check.kind === 'quiz') return judgeQuizCheck(check, run.quiz, run.answers);
  if (check.kind === 'plan') return judgePlanCheck(check, textOf(run, PLAN_PATH));
  state.lab ??= run.openLab();
  state.api ??= state.lab.then(run.start).catch((error: unknown) => {
    if (error instanceof StartFailedError) return error;
    throw error;
  });
  const api = await state.api;
  if (api instanceof StartFailedError) return errorOutcome(new RoutewrightError('RW_CHECK_NOT_RUNNING'));
  if (check.kind === 'contract') return judgeContractCheck(check, textOf(run, PLAN_PATH), api, state.observed);
  if (check.kind !== 'http') throw new RoutewrightError('RW_INTERNAL');
  return await judgeHttpCheck(check, { api, signal: state.signal, observed: state.observed });
}

/** Settles as `work` does, or rejects with the signal's reason as soon as it is aborted, which work may do itself. */
async function abortable(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const aborted = Promise.withResolvers<never>();
  const onAbort = (): void => aborted.reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    await Promise.race([work(), aborted.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** The text of a file of the workspace, null when there is none. */
function textOf({ files }: CheckRun, path: string): string | null {
  return files.find((file) => file.path === path)?.text ?? null;
}
