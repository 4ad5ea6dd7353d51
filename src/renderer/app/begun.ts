import type { State } from './session-state.ts';
import { useSession } from './session-store.ts';

type Told = Pick<State, 'outline' | 'lesson' | 'revision'> & { checks: Pick<State['checks'], 'revision'> };

/**
 * Whether the learner has done anything in the open lesson: changed a file, answered a question, asked for a run.
 * Until then a check that does not hold is no mistake of theirs.
 */
export function hasBegun({ outline, lesson, revision, checks }: Told): boolean {
  if (revision > 0 || checks.revision > 0) return true;
  const lessons = outline?.stages.flatMap((stage) => stage.lessons) ?? [];
  return lessons.some(({ id, status }) => id === lesson?.id && status !== 'untouched');
}

/** `hasBegun` of what is shown. */
export function useBegun(): boolean {
  return useSession(hasBegun);
}
