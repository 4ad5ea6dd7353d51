import type { PlanCheck } from '../../contract/check.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import type { Problem } from '../../contract/problem.ts';
import { readPlan } from '../../core/plan/read-plan.ts';
import { judgePlan } from '../../core/plan/rules.ts';
import { errorOutcome, judged, type Outcome } from './outcome.ts';

/** Judges the rules of a plan check. `error` when plan.yaml is missing or cannot be read. */
export function judgePlanCheck(check: PlanCheck, planText: string | null): Outcome {
  if (planText === null) return errorOutcome(new RoutewrightError('RW_PLAN_MISSING'));
  const plan = readPlan(planText);
  if (plan.value) return judged(judgePlan(check.rules, plan.value));
  return unreadableFile(plan.problems);
}

/** The outcome for a file of the learner that cannot be read: its first problem with its line. */
export function unreadableFile(problems: readonly Problem[]): Outcome {
  const first = problems[0];
  return { status: 'error', reason: first ? atLine(first.message, first.line) : '', evidence: { mismatches: [] } };
}

const atLine = (message: string, line: number | undefined): string =>
  line === undefined ? message : `line ${line}: ${message}`;
