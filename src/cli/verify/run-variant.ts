import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Check } from '../../contract/check.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import type { Verdict } from '../../contract/evidence.ts';
import type { TestRun } from '../../contract/learner-tests.ts';
import type { StartFailure } from '../../contract/sandbox.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import { runChecks } from '../../server/checks/run-checks.ts';
import type { Lesson } from '../../server/courses/course.ts';
import type { LabRun } from '../../server/lab/lab.ts';
import type { Labs } from '../../server/lab/labs.ts';
import type { RunningApi, SandboxPool } from '../../server/sandbox/pool.ts';
import { StartFailedError } from '../../server/sandbox/start-failed-error.ts';
import { runLearnerTests } from '../../server/testing/run-learner-tests.ts';
import type { TestsOfLesson } from '../../server/testing/tests-of-lesson.ts';

export type VariantRun = {
  lesson: Lesson;
  files: WorkspaceFile[];
  answers: Record<string, string>;
  entry: string;
  /** Start the API even when no check needs it, to see that it starts. */
  mustStart: boolean;
  /** A new folder for the files, below the pool's readable folder. */
  folder: string;
  pool: SandboxPool;
  /** Each API has a process of its own, whatever the pool does otherwise. */
  fresh: boolean;
  labs: Labs;
  /** Null when no check is about the learner's tests. */
  tests: TestsOfLesson | null;
  limitMs: number;
  signal: AbortSignal;
};

/** `timedOut`: the limit passed first; then there are no verdicts. */
export type VariantOutcome = {
  verdicts: Verdict[];
  startFailure: StartFailure | null;
  timedOut: boolean;
  ms: number;
  /** It is the second run of this variant, in processes of its own. */
  again?: true;
};

/** Runs all checks of a lesson on one variant. Throws the signal's reason when aborted, or RW_HOST_RUNTIME. */
export async function runVariant(run: VariantRun): Promise<VariantOutcome> {
  run.signal.throwIfAborted();
  const started = performance.now();
  await writeFiles(run.folder, run.files);
  const limit = AbortSignal.timeout(run.limitMs);
  const signal = AbortSignal.any([run.signal, limit]);
  let startFailure: StartFailure | null = null;
  let wasStarted = false;
  // A step that restarts means the end of a process: what a program does when it is closed must not help it.
  const fresh = run.fresh || run.lesson.checks.some(restarts);
  const openLab = () => run.labs.open(run.lesson.frontmatter.lab, 'fresh');
  const start = async (lab: LabRun): Promise<RunningApi> => {
    wasStarted = true;
    try {
      return await run.pool.run({
        workspace: run.folder,
        entry: run.entry,
        lab,
        signal,
        fresh,
        purpose: 'checks',
      });
    } catch (error) {
      if (error instanceof StartFailedError) startFailure = error.failure;
      throw error;
    }
  };
  const outcome = (verdicts: Verdict[], timedOut: boolean): VariantOutcome => ({
    verdicts,
    startFailure,
    timedOut,
    ms: Math.round(performance.now() - started),
  });
  try {
    const { checks, quiz } = run.lesson;
    const { verdicts } = await runChecks({
      checks,
      quiz,
      answers: run.answers,
      files: run.files,
      openLab,
      start,
      runTests: (limited) => runTests(run, limited),
      signal,
    });
    if (run.mustStart && !wasStarted) {
      const lab = await openLab();
      const api = await start(lab).catch((error: unknown) => {
        if (!(error instanceof StartFailedError)) throw error;
      });
      await api?.stop();
      await lab.close();
    }
    return outcome(verdicts, false);
  } catch (error) {
    run.signal.throwIfAborted();
    if (limit.aborted) return outcome([], true);
    throw error;
  }
}

async function runTests({ tests, lesson, files, pool, labs }: VariantRun, signal: AbortSignal): Promise<TestRun> {
  if (!tests) throw new RoutewrightError('RW_INTERNAL');
  const lab = await labs.open(lesson.frontmatter.lab, 'fresh');
  try {
    return await runLearnerTests({ ...tests, revision: 0, files, pool, lab, signal });
  } finally {
    await lab.close();
  }
}

function restarts(check: Check): boolean {
  return (check.kind === 'http' || check.kind === 'attack') && check.steps.some((step) => step.restart);
}

async function writeFiles(folder: string, files: WorkspaceFile[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of files) {
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.text);
  }
}
