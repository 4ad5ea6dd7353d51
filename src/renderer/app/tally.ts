import { useMemo } from 'react';
import type { CheckSummary } from '../../contract/api.ts';
import type { Verdict } from '../../contract/evidence.ts';
import { useSession } from './session-store.ts';

/** A check of the lesson with the verdict on it, if there is one yet. */
export type JudgedCheck = { check: CheckSummary; verdict: Verdict | undefined };

export type Tally = {
  required: JudgedCheck[];
  advice: JudgedCheck[];
  /** Required checks that hold. */
  passed: number;
  of: number;
  /** Required checks that were judged and do not hold. */
  open: number;
};

/** Sets checks and verdicts side by side, in the order of the lesson. */
export function tallyOf(checks: readonly CheckSummary[], verdicts: readonly Verdict[]): Tally {
  const byId = new Map(verdicts.map((verdict) => [verdict.checkId, verdict]));
  const judged = checks.map((check) => ({ check, verdict: byId.get(check.id) }));
  const required = judged.filter(({ check }) => check.severity === 'required');
  const passed = required.filter(({ verdict }) => verdict?.status === 'passed').length;
  const open = required.filter(({ verdict }) => verdict && verdict.status !== 'passed').length;
  return {
    required,
    advice: judged.filter(({ check }) => check.severity === 'advice'),
    passed,
    of: required.length,
    open,
  };
}

const NONE: CheckSummary[] = [];

/** How the open lesson stands. */
export function useTally(): Tally {
  const checks = useSession((s) => s.lesson?.checks ?? NONE);
  const verdicts = useSession((s) => s.checks.verdicts);
  return useMemo(() => tallyOf(checks, verdicts), [checks, verdicts]);
}
