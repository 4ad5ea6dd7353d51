import { createContext, useContext } from 'react';
import type { Plan } from '../../../contract/plan.ts';
import type { Finding } from '../../../core/plan/finding.ts';

type PlanInHand = { plan: Plan; findings: readonly Finding[] };

const InHand = createContext<PlanInHand | null>(null);
export const PlanProvider = InHand.Provider;

/** The plan that the form shows, and what is to be said about it. */
export function usePlan(): PlanInHand {
  const found = useContext(InHand);
  if (!found) throw new Error('There is no plan around this');
  return found;
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
