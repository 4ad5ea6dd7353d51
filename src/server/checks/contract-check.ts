import type { ContractCheck } from '../../contract/check.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import type { OpenApiDocument, Route } from '../../contract/sandbox.ts';
import { compareContract, type Observed } from '../../core/contract/compare.ts';
import { judgeContract } from '../../core/contract/judge.ts';
import { readPlan } from '../../core/plan/read-plan.ts';
import { errorOutcome, judged, type Outcome } from './outcome.ts';
import { unreadableFile } from './plan-check.ts';

/** Compares the plan with what runs and with what other checks observed. `error` without a readable plan. */
export function judgeContractCheck(
  check: ContractCheck,
  planText: string | null,
  built: { routes: Route[]; openapi: OpenApiDocument | null },
  observed: Observed[],
): Outcome {
  if (planText === null) return errorOutcome(new RoutewrightError('RW_PLAN_MISSING'));
  const plan = readPlan(planText);
  if (!plan.value) return unreadableFile(plan.problems);
  return judged(judgeContract(check, compareContract(plan.value, built, observed)));
}
