import type { AttackCheck, HttpCheck } from '../../contract/check.ts';
import { errorOutcome, judged, type Outcome } from './outcome.ts';
import { runSteps, type StepsTarget } from './run-steps.ts';

/**
 * Judges a check with steps; of an attack, passed means that it was stopped. Evidence is the exchange that does not get
 * what it expects, or the last one when all hold. `error` when there was no complete answer.
 */
export async function judgeSteps(check: HttpCheck | AttackCheck, target: StepsTarget): Promise<Outcome> {
  const result = await runSteps(check.steps, target);
  if (result.end === 'silent') {
    const outcome = errorOutcome(result.error, result.last);
    // An attacker who brings an API down got through.
    return check.kind === 'attack' && result.isDown ? { ...outcome, status: 'failed' } : outcome;
  }
  return judged(result.end === 'differs' ? result.mismatches : [], result.last);
}

/** Whether a check wants an API of its own, which it may restart and leave in any state. */
export function wantsOwnApi(check: HttpCheck | AttackCheck): boolean {
  return check.fresh || check.steps.some((step) => step.restart);
}
