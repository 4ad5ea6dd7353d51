import { errorMessage } from '../../contract/errors.ts';
import type { Plan } from '../../contract/plan.ts';
import type { OpenApiDocument, Route } from '../../contract/sandbox.ts';
import type { DocumentsState, SessionTraffic } from '../../contract/session.ts';
import { compareContract, type Observed } from '../../core/contract/compare.ts';
import { RouteTable } from '../../core/contract/route-table.ts';
import { readPlan } from '../../core/plan/read-plan.ts';
import { planToOpenApi } from '../../core/plan/to-openapi.ts';
import type { Observation } from '../checks/observation.ts';

export type Built = { routes: Route[]; openapi: OpenApiDocument | null };

const NOTHING: Built = { routes: [], openapi: null };

/**
 * Makes the documents of each revision, from the text of plan.yaml (null: there is none), what was built, and what the
 * checks observed. While the plan cannot be read, because someone is in the middle of a line, the last one that could
 * stays: docs and contract must not come and go with each key.
 */
export class Documents {
  #lastPlan: Plan | null = null;

  of(revision: number, planText: string | null, built: Built | null, observed: readonly Observed[]): DocumentsState {
    const { value, problems } = planText === null ? { value: null, problems: [] } : readPlan(planText);
    const plan = value ?? (planText === null ? null : this.#lastPlan);
    this.#lastPlan = plan;
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
}

/** What checks sent, as traffic; `routes` tell which of them answered. */
export function checkTraffic(observations: readonly Observation[], routes: readonly Route[]): SessionTraffic[] {
  const table = new RouteTable(routes);
  return observations.map(({ at, method, path, status, ms }) => {
    const route = table.find(method, path)?.path;
    return { at, method, url: path, ...(route === undefined ? {} : { route }), status, ms, from: 'checks' };
  });
}

/** The sentence for a workspace without an API, as a failure to start. */
export function notRunning(entry: string) {
  return { code: 'RW_CODE_NO_ENTRY' as const, message: errorMessage('RW_CODE_NO_ENTRY', { file: entry }), file: entry };
}
