import type { LessonBlock } from '../../contract/lesson.ts';
import { type CheckForProgress, passedIds, type VerdictForProgress } from './complete.ts';

export type TaskState = { passed: number; of: number; done: boolean };

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
