import type { Check, DecisionCheck } from '../../../src/contract/check.ts';
import { DECISION_PATH, type Decision } from '../../../src/contract/decision.ts';
import type { WorkspaceFile } from '../../../src/contract/session.ts';
import { readDecision } from '../../../src/core/decision/read-decision.ts';

/** The table that a lesson lets one fill. */
export type DecisionView = {
  options: string[];
  criteria: string[];
  /** `task` is where the story is asked about, `accepts` and `reasons` are what can be defended. */
  scenarios: { title: string; story: string; task: string | null; accepts: string[]; reasons: string[] }[];
};

/** The decision of a lesson, from the decision.yaml that it starts with; null when it has none or checks none. */
export function decisionView(checks: readonly Check[], starter: readonly WorkspaceFile[]): DecisionView | null {
  const asked = checks.filter((check): check is DecisionCheck => check.kind === 'decision');
  const text = starter.find(({ path }) => path === DECISION_PATH)?.text;
  const decision = asked.length > 0 && text !== undefined ? readDecision(text).value : null;
  if (!decision) return null;
  return {
    options: decision.options.map(({ title }) => title),
    criteria: decision.criteria.map(({ title }) => title),
    scenarios: decision.scenarios.map(({ id, title, story }) => {
      const check = asked.find(({ scenario }) => scenario === id);
      return {
        title,
        story,
        task: check?.task ?? null,
        accepts: titles(decision.options, check?.accepts ?? []),
        reasons: titles(decision.criteria, check?.reasons ?? []),
      };
    }),
  };
}

const titles = (all: Decision['options'], ids: readonly string[]): string[] =>
  all.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
