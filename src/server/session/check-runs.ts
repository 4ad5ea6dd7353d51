import type { Verdict } from '../../contract/evidence.ts';
import type { ChecksState } from '../../contract/session.ts';
import type { BenchMaker } from '../checks/bench.ts';
import { type CheckRun, type CheckRunResult, runChecks } from '../checks/run-checks.ts';
import type { Lesson } from '../courses/course.ts';
import { hop } from '../profile/hop.ts';
import { Batch } from './batch.ts';

export type CheckRunsOptions = { lesson: Lesson; onChange: (checks: ChecksState) => void };

/** What the checks of one revision are about. */
export type Judged = BenchMaker & Pick<CheckRun, 'files' | 'answers' | 'runTests'> & { revision: number };

/** The checks of one session: the newest run, told as it goes. */
export class CheckRuns {
  readonly #options: CheckRunsOptions;
  #shown: ChecksState = { status: 'idle', revision: 0, verdicts: [] };

  constructor(options: CheckRunsOptions) {
    this.#options = options;
  }

  get shown(): ChecksState {
    return this.#shown;
  }

  /** Judges one revision. Throws the signal's reason when aborted; then nothing more is told. */
  async run({ revision, ...judged }: Judged, signal: AbortSignal): Promise<CheckRunResult> {
    const { checks, quiz } = this.#options.lesson;
    const startedAt = performance.now();
    hop('checks begun');
    const verdicts: Verdict[] = [];
    this.#show({ status: 'running', revision, verdicts: [] });
    const soFar = new Batch<Verdict>((some) => {
      verdicts.push(...some);
      if (!signal.aborted) this.#show({ status: 'running', revision, verdicts: [...verdicts] });
    });
    const onVerdict = (verdict: Verdict) => {
      if (signal.aborted) return;
      hop('verdict', verdict.checkId);
      soFar.add([verdict]);
    };
    const result = await runChecks({ checks, quiz, ...judged, signal, onVerdict }).finally(() => soFar.drop());
    signal.throwIfAborted();
    const ms = performance.now() - startedAt;
    this.#show({ status: 'done', revision, verdicts: result.verdicts, ms });
    hop('checks done');
    return result;
  }

  /** Nothing more comes of a run that the workbench itself broke. */
  broke(revision: number): void {
    if (this.#shown.status === 'running') this.#show({ ...this.#shown, status: 'done', revision });
  }

  #show(checks: ChecksState): void {
    this.#shown = checks;
    this.#options.onChange(checks);
  }
}
