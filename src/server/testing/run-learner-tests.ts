import type { LearnerTestsCheck } from '../../contract/check.ts';
import { errorMessage } from '../../contract/errors.ts';
import type { TestRun } from '../../contract/learner-tests.ts';
import { LIMITS } from '../../contract/limits.ts';
import type { StartFailure } from '../../contract/sandbox.ts';
import type { LogLine, WorkspaceFile } from '../../contract/session.ts';
import type { SandboxPool } from '../sandbox/pool.ts';
import type { TestLab, VariantToRun } from './place-variants.ts';
import type { PlantedBug } from './planted-results.ts';
import { type Broken, runInProcess } from './test-process.ts';
import { TestState } from './test-state.ts';
import { testFiles, variantsOf } from './variants.ts';

export type LearnerTests = {
  revision: number;
  /** The learner's workspace. */
  files: WorkspaceFile[];
  /** Those of the lesson that are about tests; what any of them wants is run once. */
  checks: LearnerTestsCheck[];
  solution: WorkspaceFile[];
  /** All bugs of the lesson; only those that a check names are tried. */
  planted: PlantedBug[];
  pool: Pick<SandboxPool, 'take' | 'strip'>;
  /** Stands beside each program; a database is fresh for each. */
  lab: TestLab;
  signal: AbortSignal;
  /** Called each time that something more is known, with what makes the whole run of it: that is work, and not for each test. */
  onProgress?: (run: () => TestRun) => void;
  /** What the learner's own program prints. */
  onLog?: (lines: LogLine[], dropped: number) => void;
};

const MOST_PLANTED = 50;
/** The learner's program and the right one are tried again without the test that ended them; not for ever. */
const MOST_ATTEMPTS = 3;

/**
 * Runs the learner's tests: against their own program with coverage, against the right one, which every test must pass,
 * and against each planted bug, which at least one of the tests that hold on the right one must fail.
 * A test that hangs or ends the process is blamed by name, and the others run all the same.
 * Throws the signal's reason when aborted, or RW_HOST_RUNTIME.
 */
export async function runLearnerTests(order: LearnerTests): Promise<TestRun> {
  const began = performance.now();
  const globs = [...new Set(order.checks.map((check) => check.files))];
  const wanted = new Set(order.checks.flatMap((check) => check.planted));
  const planted = order.planted.filter(({ id }) => wanted.has(id)).slice(0, MOST_PLANTED);
  const files = testFiles(order.files, globs);
  const variants = variantsOf(order.files, globs, { solution: order.solution, planted });
  const state = new TestState(order.revision, variants, planted, order.solution);
  if (files.length === 0) {
    const message = errorMessage('RW_TEST_NONE', { files: globs.join(', ') });
    return { ...state.shown('done'), failure: { code: 'RW_TEST_NONE', message } };
  }
  const tell = () => order.onProgress?.(() => state.shown('running'));
  tell();
  let waiting: VariantToRun[] = variants.map((variant) => ({ variant, skip: [] }));
  while (waiting.length > 0) {
    const broken = await inTime(order.signal, () =>
      runInProcess(
        order.pool,
        { variants: waiting, files, lab: order.lab },
        {
          onResult: (variant, result) => {
            state.add(variant, result);
            tell();
          },
          onTested: (variant, failure, coverage) => {
            waiting = waiting.slice(1);
            state.ended(variant, failure, coverage);
            tell();
          },
          ...(order.onLog && { onLog: order.onLog }),
        },
        order.signal,
      ),
    );
    if (broken === 'late') return { ...state.shown('done'), failure: tooLate(), ms: performance.now() - began };
    if (!broken) break;
    waiting = afterBreak(waiting, broken);
    state.broke(broken, waiting[0]?.variant === broken.variant);
    tell();
  }
  return { ...state.shown('done'), ms: performance.now() - began };
}

/** As `work`, but 'late' when the time for all checks is over, which is no reason to say nothing. */
async function inTime<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | 'late'> {
  try {
    return await work();
  } catch (error) {
    if (signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError') return 'late';
    throw error;
  }
}

function tooLate(): StartFailure {
  return { code: 'RW_TEST_TIME', message: errorMessage('RW_TEST_TIME', { ms: LIMITS.checkRunMs }) };
}

/** What is still to be run: a bug is caught by now, another program is tried again without the test that broke it. */
function afterBreak(waiting: readonly VariantToRun[], { variant, test }: Broken): VariantToRun[] {
  const [first, ...rest] = waiting;
  if (!first || variant.kind === 'planted' || !test || first.skip.length + 1 >= MOST_ATTEMPTS) return rest;
  return [{ ...first, skip: [...first.skip, test.name] }, ...rest];
}
