import type { Mismatch } from '../../contract/evidence.ts';
import type { Plan } from '../../contract/plan.ts';
import type { PlanRule } from '../../contract/plan-rule.ts';
import { judgeContentRule } from './content-rules.ts';
import { judgePathRule } from './path-rules.ts';

/** What of the rules a plan does not satisfy, in the order of the rules. Each text says what is expected and what is there. */
export function judgePlan(rules: readonly PlanRule[], plan: Plan): Mismatch[] {
  return rules.flatMap((rule) => judgeContentRule(rule, plan) ?? judgePathRule(rule, plan));
}
