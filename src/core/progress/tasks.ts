import type { Verdict } from '../../contract/evidence.ts';
import type { LessonBlock } from '../../contract/lesson.ts';

export type TaskState = { passed: number; of: number; done: boolean };
/** What progress needs of a check: a whole check and the summary that the learner gets both have it. */
export type CheckForProgress = { id: string; task?: string | undefined; severity: 'required' | 'advice' };
type VerdictForProgress = Pick<Verdict, 'checkId' | 'status'>;

/** For each task of the text: how many of its required checks hold. A task without checks is never done. */
export function taskStates(
  blocks: readonly LessonBlock[],
  checks: readonly CheckForProgress[],
  verdicts: readonly VerdictForProgress[],
): Record<string, TaskState> {
  const passed = passedIds(verdicts);
  return Object.fromEntries(
    blocks.flatMap((block) => {
      if (block.type !== 'task') return [];
      const own = checks.filter((check) => check.task === block.id && check.severity === 'required');
      const held = own.filter((check) => passed.has(check.id)).length;
      return [[block.id, { passed: held, of: own.length, done: own.length > 0 && held === own.length }]];
    }),
  );
}

/** Whether every required check holds. A lesson without a required check is never complete by its checks. */
export function isComplete(checks: readonly CheckForProgress[], verdicts: readonly VerdictForProgress[]): boolean {
  const passed = passedIds(verdicts);
  const required = checks.filter((check) => check.severity === 'required');
  return required.length > 0 && required.every((check) => passed.has(check.id));
}

function passedIds(verdicts: readonly VerdictForProgress[]): Set<string> {
  return new Set(verdicts.filter((verdict) => verdict.status === 'passed').map((verdict) => verdict.checkId));
}
