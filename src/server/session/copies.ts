import type { BenchMaker } from '../checks/bench.ts';
import type { Lesson } from '../courses/course.ts';
import type { LabRun } from '../lab/lab.ts';
import type { Labs } from '../lab/labs.ts';
import type { RunningApi, SandboxPool } from '../sandbox/pool.ts';
import { StartFailedError } from '../sandbox/start-failed-error.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { notRunning } from './documents.ts';
import type { LiveApi } from './live-api.ts';

export type CopiesOptions = { lesson: Lesson; workspace: Workspace; entry: string; pool: SandboxPool; labs: Labs };

/**
 * Makes copies of the learner's API as its code is now, each beside a fresh lab. Code that did not start for the learner
 * (`live`) is not started again to be judged or attacked.
 * A copy that its requests bring to a stall is ended and forgotten: unlike code that blocks by itself it may run again
 * when the lesson is opened, since many a lesson begins with a program that an attack brings down.
 */
export function copiesOf(options: CopiesOptions, live: Pick<LiveApi, 'failure'>, signal: AbortSignal): BenchMaker {
  const { lesson, workspace, entry, pool, labs } = options;
  return {
    openLab: () => labs.open(lesson.frontmatter.lab, 'fresh'),
    async start(lab: LabRun): Promise<RunningApi> {
      if (live.failure) throw new StartFailedError(live.failure);
      if (!hasApi(options)) throw new StartFailedError(notRunning(entry));
      return await pool.run({ ...sourceOf(workspace, entry), lab, purpose: 'checks', signal });
    },
  };
}

/** What runs: the folder on disk, with the texts that this revision is made of. */
export function sourceOf(workspace: Workspace, entry: string) {
  return { workspace: workspace.root, entry, textOf: (file: string) => workspace.text(file) };
}

/** A lesson that starts without an API has one as soon as the learner writes its entry. */
export function hasApi({ lesson, workspace, entry }: Pick<CopiesOptions, 'lesson' | 'workspace' | 'entry'>): boolean {
  return lesson.frontmatter.startsAs !== 'no-app' || workspace.text(entry) !== null;
}
