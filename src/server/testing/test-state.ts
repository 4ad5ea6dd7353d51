import type { TestRun } from '../../contract/learner-tests.ts';
import type { StartFailure } from '../../contract/sandbox.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import type { FileCoverage, TestResult } from '../../contract/test-result.ts';
import { plantedDiff } from './planted-diff.ts';
import { type PlantedBug, plantedResult, type Ran } from './planted-results.ts';
import { type Tally, tallyResults } from './tally.ts';
import type { Broken } from './test-process.ts';
import { plantedId, type Variant } from './variants.ts';

type Program = { tally: Tally; through: boolean; broken?: { test: string | null }; failure?: StartFailure };

/** What is known of a run of the learner's tests, as far as it has come. */
export class TestState {
  readonly #revision: number;
  readonly #programs: Map<string, Program>;
  readonly #own: Variant | undefined;
  /** That of the learner's when it is the right one. */
  readonly #rightId: string;
  readonly #bugs: { bug: PlantedBug; diff: string }[];
  #coverage: FileCoverage[] = [];

  constructor(revision: number, variants: Variant[], planted: PlantedBug[], solution: WorkspaceFile[]) {
    this.#revision = revision;
    this.#programs = new Map(variants.map(({ id }) => [id, { tally: tallyResults(), through: false }]));
    this.#own = variants.find(({ kind }) => kind === 'own');
    this.#rightId = (variants.find(({ kind }) => kind === 'right') ?? this.#own)?.id ?? '';
    this.#bugs = planted.map((bug) => ({ bug, diff: plantedDiff(solution, bug.files) }));
  }

  add({ id }: Variant, result: TestResult): void {
    this.#programs.get(id)?.tally.add(result);
  }

  /** All tests of a program are through. `failure`: they could not be run at all. */
  ended({ id }: Variant, failure: StartFailure | undefined, coverage: FileCoverage[] | undefined): void {
    const program = this.#programs.get(id);
    if (!program) return;
    program.through = true;
    if (failure) Object.assign(program, { failure, broken: { test: null } });
    if (coverage) this.#coverage = coverage;
  }

  /** A test ended the process of a program; `again`: it is run once more without that test. */
  broke({ variant, failure, test }: Broken, again: boolean): void {
    const program = this.#programs.get(variant.id);
    if (!program) return;
    if (test) program.tally.add({ ...test, status: 'failed', ms: 0, message: failure.message });
    if (again) program.tally.again();
    else Object.assign(program, { broken: { test: test?.name ?? null }, ...(!test && { failure }) });
  }

  shown(status: TestRun['status']): TestRun {
    const own = this.#programs.get(this.#own?.id ?? '');
    const right = this.#programs.get(this.#rightId);
    const rejects = right?.tally.all().filter((result) => result.status === 'failed') ?? [];
    const failure = own?.failure ?? right?.failure;
    return {
      status,
      revision: this.#revision,
      tests: own?.tally.all() ?? [],
      coverage: this.#coverage,
      planted: this.#bugs.map(({ bug, diff }) =>
        plantedResult(bug, diff, this.#ran(plantedId(bug.id)), this.#ran(this.#rightId)),
      ),
      rejects,
      ...(failure && { failure }),
    };
  }

  #ran(id: string): Ran {
    const program = this.#programs.get(id);
    if (!program) return { results: new Map(), through: false };
    const { tally, through, broken } = program;
    return { results: tally.byKey(), through, ...(broken && { broken }) };
  }
}
