import type { DecisionCheck } from '../../contract/check.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import { judgeDecision } from '../../core/decision/judge-decision.ts';
import { readDecision } from '../../core/decision/read-decision.ts';
import { errorOutcome, judged, type Outcome } from './outcome.ts';
import { unreadableFile } from './plan-check.ts';

/** Judges one row of the decision table. `error` when decision.yaml is missing or cannot be read. */
export function judgeDecisionCheck(check: DecisionCheck, text: string | null): Outcome {
  if (text === null) return errorOutcome(new RoutewrightError('RW_DECISION_MISSING'));
  const decision = readDecision(text);
  return decision.value ? judged(judgeDecision(check, decision.value)) : unreadableFile(decision.problems);
}
