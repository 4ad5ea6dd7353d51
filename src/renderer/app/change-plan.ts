import { PLAN_PATH } from '../../contract/plan.ts';
import { editPlan } from '../../core/plan/edit-plan.ts';
import type { PlanChange } from '../../core/plan/plan-change.ts';
import { useSession } from './session-store.ts';

/** Changes plan.yaml as typing would: the text is saved, run and can be undone. */
export function changePlan(change: PlanChange): void {
  const { files, edit } = useSession.getState();
  const text = files.find((file) => file.path === PLAN_PATH)?.text;
  if (text !== undefined) edit(PLAN_PATH, editPlan(text, change));
}
