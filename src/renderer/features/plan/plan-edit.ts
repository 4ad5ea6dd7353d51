import { createContext, useContext } from 'react';
import type { Plan } from '../../../contract/plan.ts';
import { PLAN_PATH } from '../../../contract/plan.ts';
import { editPlan } from '../../../core/plan/edit-plan.ts';
import type { Finding } from '../../../core/plan/finding.ts';
import type { PlanChange } from '../../../core/plan/plan-change.ts';
import { useSession } from '../../app/session-store.ts';

type PlanInHand = { plan: Plan; findings: readonly Finding[] };

const InHand = createContext<PlanInHand | null>(null);
export const PlanProvider = InHand.Provider;

/** The plan that the form shows, and what is to be said about it. */
export function usePlan(): PlanInHand {
  const found = useContext(InHand);
  if (!found) throw new Error('There is no plan around this');
  return found;
}

/** Changes plan.yaml as typing would: the text is saved, run and can be undone. */
export function changePlan(change: PlanChange): void {
  const { files, edit } = useSession.getState();
  const text = files.find((file) => file.path === PLAN_PATH)?.text;
  if (text !== undefined) edit(PLAN_PATH, editPlan(text, change));
}

/** The findings at a place of the plan, or anywhere below it with `below`. */
export function useFindings(path: readonly (string | number)[], below = false): Finding[] {
  const { findings } = usePlan();
  return findings.filter(
    (finding) =>
      (below ? finding.path.length >= path.length : finding.path.length === path.length) &&
      path.every((key, index) => finding.path[index] === key),
  );
}
