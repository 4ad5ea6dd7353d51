import type { OpenApiCheck } from '../../contract/check.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import type { OpenApiDocument } from '../../contract/sandbox.ts';
import { findingMismatches, findingsReason } from '../../core/openapi/findings.ts';
import { readPlan } from '../../core/plan/read-plan.ts';
import { planToOpenApi } from '../../core/plan/to-openapi.ts';
import { errorOutcome, judged, type Outcome } from './outcome.ts';
import { unreadableFile } from './plan-check.ts';
import { judgeInThread } from './thread/judge-in-thread.ts';

/** Judges the document that the plan becomes. `error` when plan.yaml is missing or cannot be read. */
export async function judgePlannedDocument(
  check: OpenApiCheck,
  planText: string | null,
  signal: AbortSignal,
): Promise<Outcome> {
  if (planText === null) return errorOutcome(new RoutewrightError('RW_PLAN_MISSING'));
  const plan = readPlan(planText);
  if (!plan.value) return unreadableFile(plan.problems);
  return await judgeDocument(check, planToOpenApi(plan.value), signal);
}

/**
 * Judges an OpenAPI document by the rules of the check: each place that does not keep one is evidence. `error` without a
 * document or when it takes too long or is aborted.
 */
export async function judgeDocument(
  check: OpenApiCheck,
  document: OpenApiDocument | null,
  signal: AbortSignal,
): Promise<Outcome> {
  if (document === null) return errorOutcome(new RoutewrightError('RW_CHECK_NO_DOCUMENT'));
  try {
    const { findings } = await judgeInThread({ kind: 'openapi', document, rules: check.rules }, signal);
    const outcome = judged(findingMismatches(findings));
    return findings.length === 0 ? outcome : { ...outcome, reason: findingsReason(findings) };
  } catch (error) {
    if (error instanceof RoutewrightError) return errorOutcome(error);
    throw error;
  }
}
