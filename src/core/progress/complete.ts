import type { Verdict } from '../../contract/evidence.ts';

/** What progress needs of a check: a whole check and the summary that the learner gets both have it. */
export type CheckForProgress = { id: string; task?: string | undefined; severity: 'required' | 'advice' };
export type VerdictForProgress = Pick<Verdict, 'checkId' | 'status'>;

/** Whether every required check holds. A lesson without a required check is never complete by its checks. */
export function isComplete(checks: readonly CheckForProgress[], verdicts: readonly VerdictForProgress[]): boolean {
  const passed = passedIds(verdicts);
  const required = checks.filter((check) => check.severity === 'required');
  return required.length > 0 && required.every((check) => passed.has(check.id));
}

/** The ids of the checks that hold. */
export function passedIds(verdicts: readonly VerdictForProgress[]): Set<string> {
  return new Set(verdicts.filter((verdict) => verdict.status === 'passed').map((verdict) => verdict.checkId));
}
