import { errorMessage } from '../../contract/errors.ts';
import type { OpenApiDocument, Route } from '../../contract/sandbox.ts';
import type { DocumentsState } from '../../contract/session.ts';
import { compareContract, type Observed } from '../../core/contract/compare.ts';
import { readPlan } from '../../core/plan/read-plan.ts';
import { planToOpenApi } from '../../core/plan/to-openapi.ts';

export type Built = { routes: Route[]; openapi: OpenApiDocument | null };

const NOTHING: Built = { routes: [], openapi: null };

/** The documents of one revision: from the text of plan.yaml (null: there is none) and from what was built. */
export function documentsOf(
  revision: number,
  planText: string | null,
  built: Built | null,
  observed: Observed[],
): DocumentsState {
  const { value: plan, problems } = planText === null ? { value: null, problems: [] } : readPlan(planText);
  const { routes, openapi } = built ?? NOTHING;
  return {
    revision,
    planned: plan && planToOpenApi(plan),
    planProblems: problems,
    built: openapi,
    routes,
    contract: plan
      ? compareContract(plan, { routes, openapi }, observed)
      : { rows: [], planned: 0, built: 0, drifted: 0, extra: 0 },
  };
}

/** The sentence for a workspace without an API, as a failure to start. */
export function notRunning(entry: string) {
  return { code: 'RW_CODE_NO_ENTRY' as const, message: errorMessage('RW_CODE_NO_ENTRY', { file: entry }), file: entry };
}
