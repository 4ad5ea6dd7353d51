import type { Lab } from '../../contract/lab.ts';
import type { TestRun } from '../../contract/learner-tests.ts';
import type { LogLine, WorkspaceFile } from '../../contract/session.ts';
import type { Labs } from '../lab/labs.ts';
import type { SandboxPool } from '../sandbox/pool.ts';
import { runLearnerTests } from '../testing/run-learner-tests.ts';
import type { TestsOfLesson } from '../testing/tests-of-lesson.ts';

/** How often readers hear of a run. */
const EVERY_MS = 60;

export type TestRunsOptions = {
  lesson: TestsOfLesson;
  lab: Lab;
  labs: Labs;
  pool: SandboxPool;
  onChange: (run: TestRun) => void;
  onLog: (lines: LogLine[], dropped: number) => void;
};

/** The learner's tests of one session: the newest run, told as it goes. */
export class TestRuns {
  readonly #options: TestRunsOptions;
  #shown: TestRun = noTests(0);

  constructor(options: TestRunsOptions) {
    this.#options = options;
  }

  get shown(): TestRun {
    return this.#shown;
  }

  /**
   * Runs the tests of `files`; when the time for all checks is over before they are through, what is known is the result.
   * Throws RW_HOST_LAB, and the signal's reason when aborted for something else; then nothing more is told.
   */
  async run(revision: number, files: WorkspaceFile[], signal: AbortSignal): Promise<TestRun> {
    const { lesson, lab, labs, pool, onLog } = this.#options;
    let newest: (() => TestRun) | null = null;
    const tell = () => {
      if (newest && !signal.aborted) this.#show(newest());
      newest = null;
    };
    const beside = await labs.open(lab, 'fresh');
    const timer = setInterval(tell, EVERY_MS);
    try {
      const done = await runLearnerTests({
        ...lesson,
        revision,
        files,
        pool,
        lab: beside,
        signal,
        onProgress: (run) => {
          newest = run;
        },
        onLog,
      });
      this.#show(done);
      return done;
    } finally {
      clearInterval(timer);
      await beside.close();
    }
  }

  #show(run: TestRun): void {
    this.#shown = run;
    this.#options.onChange(run);
  }
}

/** Before the first run, and in a lesson without tests. */
export function noTests(revision: number): TestRun {
  return { status: 'idle', revision, tests: [], coverage: [], planted: [] };
}
