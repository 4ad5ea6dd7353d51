import type { AttackCheck, Check, HttpCheck } from '../../contract/check.ts';
import { DECISION_PATH } from '../../contract/decision.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import type { Verdict } from '../../contract/evidence.ts';
import type { TestRun } from '../../contract/learner-tests.ts';
import { LIMITS } from '../../contract/limits.ts';
import { PLAN_PATH } from '../../contract/plan.ts';
import type { OpenApiDocument, Route } from '../../contract/sandbox.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import type { Question } from '../courses/course.ts';
import { StartFailedError } from '../sandbox/start-failed-error.ts';
import { type Bench, type BenchMaker, openBench } from './bench.ts';
import { judgeContractCheck } from './contract-check.ts';
import { judgeDecisionCheck } from './decision-check.ts';
import { judgeFileCheck } from './file-check.ts';
import { judgeSteps, wantsOwnApi } from './judge-steps.ts';
import { judgeLearnerTestsCheck } from './learner-tests-check.ts';
import type { Observation } from './observation.ts';
import { judgeDocument, judgePlannedDocument } from './openapi-check.ts';
import type { Outcome } from './outcome.ts';
import { errorOutcome } from './outcome.ts';
import { judgePlanCheck } from './plan-check.ts';
import { judgeQuizCheck } from './quiz-check.ts';
import { judgeSourceCheck } from './source-check.ts';
import { turns } from './turns.ts';

export type CheckRun = BenchMaker & {
  checks: Check[];
  quiz: Question[];
  /** Question id to the answer id last chosen. */
  answers: Record<string, string>;
  /** The workspace as it is judged. */
  files: readonly WorkspaceFile[];
  /** Runs the learner's own tests; called at most once, and only when a check needs them. */
  runTests?: (signal: AbortSignal) => Promise<TestRun>;
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

/** APIs of their own that checks have at the same time, beside the one that the others share. */
const OWN_APIS = 2;

/**
 * Judges all checks of a lesson: those that share one fresh API one after the other, meanwhile those that want an API of
 * their own, and contract checks last since they also judge what the others observed. Ends every API. At most
 * LIMITS.checkRunMs; what is left then is an `error`.
 * Throws the signal's reason at once when aborted, and whatever `start` throws that is not a StartFailedError.
 */
export async function runChecks(run: CheckRun): Promise<CheckRunResult> {
  run.signal.throwIfAborted();
  const limit = AbortSignal.timeout(LIMITS.checkRunMs);
  const state: State = {
    run,
    signal: AbortSignal.any([run.signal, limit]),
    judging: new Map(),
    observed: [],
    inTurn: turns(1),
    onOwn: turns(OWN_APIS),
  };
  try {
    await abortable(() => judgeAll(state), run.signal);
  } finally {
    // The API's end is not waited for: a verdict that is known should not wait for a process to go.
    void state.shared?.then(
      (bench) => (bench instanceof StartFailedError ? undefined : bench.close()),
      () => undefined,
    );
  }
  const bench = await state.shared;
  const verdicts = await Promise.all(run.checks.flatMap((check) => state.judging.get(check.id) ?? []));
  return {
    verdicts,
    observed: state.observed,
    built: bench && !(bench instanceof StartFailedError) ? builtOf(bench) : null,
  };
}

type State = {
  run: CheckRun;
  signal: AbortSignal;
  /** By check id, as soon as somebody asked for it. */
  judging: Map<string, Promise<Verdict>>;
  observed: Observation[];
  shared?: Promise<Bench | StartFailedError>;
  tests?: Promise<TestRun>;
  inTurn: ReturnType<typeof turns>;
  onOwn: ReturnType<typeof turns>;
};

async function judgeAll(state: State): Promise<void> {
  const { checks } = state.run;
  await Promise.all(checks.filter(({ kind }) => kind !== 'contract').map((check) => verdictOf(state, check)));
  await Promise.all(checks.filter(({ kind }) => kind === 'contract').map((check) => verdictOf(state, check)));
}

/** Judges a check once, and first the one that it needs. */
function verdictOf(state: State, check: Check): Promise<Verdict> {
  const known = state.judging.get(check.id);
  if (known) return known;
  const judging = makeVerdict(state, check);
  state.judging.set(check.id, judging);
  return judging;
}

async function makeVerdict(state: State, check: Check): Promise<Verdict> {
  const { checks, signal, onVerdict } = state.run;
  const needed = checks.find((other) => other.id === check.needs);
  // Nothing in a circle can ever hold.
  const holds = !needed || (!isInCircle(checks, check) && (await verdictOf(state, needed)).status === 'passed');
  signal.throwIfAborted();
  const verdict: Verdict = {
    checkId: check.id,
    ...(holds
      ? await judge(state, check)
      : { status: 'blocked', reason: `first: ${needed?.title ?? check.needs}`, ms: 0 }),
  };
  signal.throwIfAborted();
  onVerdict?.(verdict);
  return verdict;
}

function isInCircle(checks: readonly Check[], check: Check): boolean {
  const seen = new Set<string>();
  for (let next: Check | undefined = check; next && !seen.has(next.id); ) {
    seen.add(next.id);
    const { needs }: Check = next;
    next = checks.find((other) => other.id === needs);
    if (next === check) return true;
  }
  return false;
}

/** Judges when it is this check's turn; only that time counts. */
async function judge(state: State, check: Check): Promise<Judged> {
  const { run } = state;
  if (check.kind === 'quiz') return await timed(() => judgeQuizCheck(check, run.quiz, run.answers));
  if (check.kind === 'plan') return await timed(() => judgePlanCheck(check, textOf(run, PLAN_PATH)));
  if (check.kind === 'decision') return await timed(() => judgeDecisionCheck(check, textOf(run, DECISION_PATH)));
  if (check.kind === 'file') return await timed(() => judgeFileCheck(check, textOf(run, check.file)));
  if (check.kind === 'source') return await timed(() => judgeSourceCheck(check, run.files, state.signal));
  if (check.kind === 'openapi' && check.document === 'planned')
    return await timed(() => judgePlannedDocument(check, textOf(run, PLAN_PATH), state.signal));
  if (check.kind === 'learner-tests') {
    if (!run.runTests) throw new RoutewrightError('RW_INTERNAL');
    state.tests ??= run.runTests(state.signal);
    const tests = state.tests;
    return await timed(async () => judgeLearnerTestsCheck(check, await tests));
  }
  if ((check.kind === 'http' || check.kind === 'attack') && wantsOwnApi(check)) {
    return await state.onOwn(() => timed(() => judgeOnOwn(state, check)));
  }
  return await state.inTurn(() => timed(() => judgeOnShared(state, check)));
}

type Judged = Outcome & { ms: number };

async function timed(work: () => Outcome | Promise<Outcome>): Promise<Judged> {
  const started = performance.now();
  const outcome = await work();
  return { ...outcome, ms: performance.now() - started };
}

async function judgeOnShared(state: State, check: Check): Promise<Outcome> {
  const { run, signal, observed } = state;
  // Nobody would end an API that is started after the run.
  run.signal.throwIfAborted();
  state.shared ??= openOrNot(run);
  const bench = await state.shared;
  if (bench instanceof StartFailedError) return notRunning();
  if (check.kind === 'contract') return judgeContractCheck(check, textOf(run, PLAN_PATH), builtOf(bench), observed);
  if (check.kind === 'openapi') return await judgeDocument(check, builtOf(bench).openapi, signal);
  if (check.kind !== 'http' && check.kind !== 'attack') throw new RoutewrightError('RW_INTERNAL');
  return await judgeSteps(check, { bench, signal, observed });
}

async function judgeOnOwn({ run, signal, observed }: State, check: HttpCheck | AttackCheck): Promise<Outcome> {
  run.signal.throwIfAborted();
  if (signal.aborted) return errorOutcome(new RoutewrightError('RW_CHECK_TIMEOUT', { ms: LIMITS.checkRunMs }));
  const bench = await openOrNot(run);
  if (bench instanceof StartFailedError) return notRunning();
  try {
    return await judgeSteps(check, { bench, signal, observed });
  } finally {
    void bench.close();
  }
}

async function openOrNot(run: CheckRun): Promise<Bench | StartFailedError> {
  try {
    return await openBench(run);
  } catch (error) {
    if (error instanceof StartFailedError) return error;
    throw error;
  }
}

const builtOf = ({ api }: Bench) => ({ routes: api.routes, openapi: api.openapi });

const notRunning = () => errorOutcome(new RoutewrightError('RW_CHECK_NOT_RUNNING'));

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
