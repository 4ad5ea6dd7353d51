import { isDeepStrictEqual } from 'node:util';
import { RoutewrightError } from '../../contract/errors.ts';
import { PLAN_PATH } from '../../contract/plan.ts';
import type { StartFailure } from '../../contract/sandbox.ts';
import type { DocumentsState, LogLine, SessionEvent, SessionSnapshot, SessionTraffic } from '../../contract/session.ts';
import { isComplete } from '../../core/progress/complete.ts';
import type { BenchMaker } from '../checks/bench.ts';
import type { Observation } from '../checks/observation.ts';
import type { CheckRun, CheckRunResult } from '../checks/run-checks.ts';
import type { Lesson } from '../courses/course.ts';
import type { LabRun } from '../lab/lab.ts';
import type { Labs } from '../lab/labs.ts';
import { hop } from '../profile/hop.ts';
import type { LessonKey, Progress } from '../progress/progress.ts';
import type { RunningApi, SandboxPool } from '../sandbox/pool.ts';
import type { TestsOfLesson } from '../testing/tests-of-lesson.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { explainAll } from './answers.ts';
import { Batch } from './batch.ts';
import { CheckRuns } from './check-runs.ts';
import { copiesOf, hasApi, sourceOf } from './copies.ts';
import { type Built, checkTraffic, Documents } from './documents.ts';
import { LiveApi } from './live-api.ts';
import { noTests, TestRuns } from './test-runs.ts';

export type RunOptions = {
  key: LessonKey;
  lesson: Lesson;
  entry: string;
  pool: SandboxPool;
  progress: Progress;
  workspace: Workspace;
  labs: Labs;
  /** What stands beside the live API; checks have their own. The session's end closes it. */
  lab: LabRun;
  /** Null in a lesson that does not ask for the learner's own tests. */
  tests: TestsOfLesson | null;
};

/** Code that had to be killed for these is not run again by itself. */
const DANGEROUS = new Set(['RW_CODE_STALLED', 'RW_CODE_MEMORY']);

type State = Pick<
  SessionSnapshot,
  'live' | 'checks' | 'documents' | 'lab' | 'tests' | 'completed' | 'answers' | 'explained'
>;

/** What comes of each revision: the live API, the documents, the verdicts. A newer revision ends the work on an older one. */
export class Run {
  readonly #options: RunOptions;
  readonly #publish: (event: SessionEvent) => void;
  readonly #live: LiveApi;
  readonly #logs: Batch<LogLine>;
  readonly #traffic;
  #revision = 0;
  #work: AbortController | null = null;
  #finished: Promise<void> = Promise.resolve();
  /** True while the newest code has been neither live nor refused. */
  #mustStart = true;
  /** True until the database of the live API is gone, which a reset asks for. */
  #mustForget = false;
  #forgetting: Promise<void> | null = null;
  readonly #checks: CheckRuns;
  #documents: DocumentsState;
  readonly #makeDocuments = new Documents();
  /** What the last finished check run saw; shown until the next one has finished, so that the contract does not flicker. */
  #observed: Observation[] = [];
  readonly #tests: TestRuns | null;

  constructor(options: RunOptions, publish: (event: SessionEvent) => void) {
    this.#options = options;
    this.#publish = publish;
    this.#logs = new Batch((lines, dropped) => publish({ type: 'log', revision: this.#revision, lines, dropped }));
    this.#traffic = new Batch<SessionTraffic>((entries, dropped) =>
      publish({ type: 'traffic', revision: this.#revision, entries, dropped }),
    );
    this.#documents = this.#makeDocuments.of(0, options.workspace.text(PLAN_PATH), null, []);
    this.#checks = new CheckRuns({
      lesson: options.lesson,
      onChange: (checks) => publish({ type: 'checks', revision: checks.revision, checks }),
    });
    this.#tests = options.tests && this.#testRuns(options.tests);
    this.#live = new LiveApi(
      options.pool,
      { ...sourceOf(options.workspace, options.entry), lab: options.lab },
      {
        onLog: (lines, dropped) => this.#logs.add(lines, dropped),
        onTraffic: (entries, dropped) =>
          this.#traffic.add(
            entries.map((entry) => ({ ...entry, from: 'you' })),
            dropped,
          ),
      },
      (live) => {
        this.#remember(live.failure);
        publish({ type: 'live', revision: this.#revision, live });
        if (live.status === 'live') hop('live');
      },
    );
  }

  state(): State {
    const { key, lesson, progress, labs, lab } = this.#options;
    const answers = progress.answers(key);
    return {
      lab: labs.state(lab),
      live: this.#live.state,
      tests: this.#tests?.shown ?? noTests(this.#revision),
      checks: this.#checks.shown,
      documents: this.#documents,
      completed: progress.status(key) === 'completed',
      answers,
      explained: explainAll(lesson.quiz, answers),
    };
  }

  /** The API that answers now; null when none does. */
  get liveApi(): RunningApi | null {
    return this.#live.api;
  }

  /** A line of the workbench itself in the console. */
  note(text: string): void {
    this.#logs.add([{ at: Date.now(), stream: 'workbench', text }]);
  }

  /** The first run, unless this code had to be killed last time. */
  open(revision: number): void {
    const danger = this.#options.progress.danger(this.#options.key);
    this.#begin(revision, performance.now(), danger);
  }

  /** Runs `revision` from the start: without what the API kept in its database. */
  afresh(revision: number): void {
    this.#mustForget = this.#options.lab.env.DATABASE_FILE !== undefined;
    this.next(revision, performance.now(), true);
  }

  /** Runs `revision`. `restarts`: false when no code changed, so that what is live stays. */
  next(revision: number, arrivedAt: number, restarts: boolean): void {
    if (restarts) {
      this.#mustStart = true;
      this.#options.progress.setDanger(this.#options.key, null);
    }
    this.#begin(revision, arrivedAt, null);
  }

  async close(): Promise<void> {
    this.#work?.abort(new Error('The session was closed.'));
    await this.#finished;
    this.#logs.flush();
    this.#traffic.flush();
    await this.#live.stop();
    await this.#options.lab.close();
  }

  #begin(revision: number, arrivedAt: number, danger: StartFailure | null): void {
    this.#work?.abort(new Error('A newer revision came.'));
    const work = new AbortController();
    this.#work = work;
    this.#revision = revision;
    hop('begun');
    const before = this.#finished;
    const release = this.#options.pool.hold();
    this.#finished = this.#evaluate(revision, arrivedAt, danger, work.signal)
      .finally(release)
      .catch((error: unknown) => {
        if (!work.signal.aborted) this.#broken(revision, error);
      })
      .then(() => before);
  }

  async #evaluate(
    revision: number,
    arrivedAt: number,
    danger: StartFailure | null,
    signal: AbortSignal,
  ): Promise<void> {
    const { workspace } = this.#options;
    const planText = workspace.text(PLAN_PATH);
    if (this.#mustForget) await this.#forgotten();
    signal.throwIfAborted();
    if (danger) {
      this.#mustStart = false;
      this.#live.hold(danger);
    } else if (!hasApi(this.#options)) {
      this.#mustStart = false;
      if (this.#live.state.status !== 'none') await this.#live.stop();
    } else if (this.#mustStart) {
      await this.#live.start(revision, arrivedAt, signal);
      this.#mustStart = false;
    } else this.#live.carryOver(revision);
    signal.throwIfAborted();

    const built = this.#live.api;
    this.#setDocuments(this.#makeDocuments.of(revision, planText, built, this.#observed));
    hop('documents');
    await this.#check(revision, planText, built, signal);
  }

  /** Once for all revisions that wait for it: what the first one of them starts must stay. */
  #forgotten(): Promise<void> {
    this.#forgetting ??= this.#forget().finally(() => {
      this.#forgetting = null;
    });
    return this.#forgetting;
  }

  /** Some systems keep a file that is open, so the API goes first. */
  async #forget(): Promise<void> {
    await this.#live.stop();
    await this.#options.lab.forget();
    this.#mustForget = false;
  }

  async #check(revision: number, planText: string | null, built: Built | null, signal: AbortSignal): Promise<void> {
    const { progress, key, workspace } = this.#options;
    const judged = { revision, files: workspace.files(), answers: progress.answers(key) };
    const result = await this.#checks.run({ ...judged, ...this.copies(signal), ...this.#testsOf(revision) }, signal);
    this.#observed = result.observed;
    this.#traffic.add(checkTraffic(result.observed, result.built?.routes ?? []));
    this.#setDocuments(this.#makeDocuments.of(revision, planText, result.built ?? built, result.observed));
    this.#complete(revision, result);
  }

  /** Makes copies of the API as its code is now, each beside a fresh lab. */
  copies(signal: AbortSignal): BenchMaker {
    return copiesOf(this.#options, this.#live, signal);
  }

  #testRuns(lesson: TestsOfLesson): TestRuns {
    const { labs, pool } = this.#options;
    return new TestRuns({
      lesson,
      labs,
      pool,
      lab: this.#options.lesson.frontmatter.lab,
      onChange: (tests) => this.#publish({ type: 'tests', revision: tests.revision, tests }),
      onLog: (lines, dropped) => this.#logs.add(lines, dropped),
    });
  }

  #testsOf(revision: number): Pick<CheckRun, 'runTests'> {
    const tests = this.#tests;
    if (!tests) return {};
    const { held, failure } = this.#live.state;
    // What had to be killed does not run by itself, in no process.
    if (held && failure) return { runTests: async () => ({ ...noTests(revision), status: 'done', failure }) };
    return { runTests: (signal) => tests.run(revision, this.#options.workspace.files(), signal) };
  }

  /** Code that had to be killed does not run again by itself. */
  #remember(failure: StartFailure | undefined): void {
    const { progress, key } = this.#options;
    if (failure && DANGEROUS.has(failure.code)) progress.setDanger(key, failure);
  }

  #complete(revision: number, { verdicts }: CheckRunResult): void {
    const { lesson, progress, key } = this.#options;
    if (!isComplete(lesson.checks, verdicts) || progress.status(key) === 'completed') return;
    progress.completed(key);
    this.#publish({ type: 'completed', revision, lessonId: lesson.id });
  }

  #broken(revision: number, error: unknown): void {
    console.error('A run failed in the workbench itself:', error);
    const isTold = error instanceof RoutewrightError;
    this.note(
      isTold
        ? `${error.message} ${error.action}`
        : 'The workbench itself failed while it ran this. Its log has the details.',
    );
    this.#checks.broke(revision);
  }

  /** What the checks observed changes the documents of a revision only now and then. */
  #setDocuments(documents: DocumentsState): void {
    if (isDeepStrictEqual(documents, this.#documents)) return;
    this.#documents = documents;
    this.#publish({ type: 'documents', revision: documents.revision, documents });
  }
}
