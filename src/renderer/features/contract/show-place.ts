import type { ContractRow } from '../../../contract/contract-diff.ts';
import { PLAN_PATH } from '../../../contract/plan.ts';
import { useSession } from '../../app/session-store.ts';
import { placeInPlan } from './place-in-plan.ts';

/** Where a row's route is built; undefined while it is not, or while nobody knows the line. */
export function routeOf(row: ContractRow): { file: string; line: number } | undefined {
  const route = useSession
    .getState()
    .documents.routes.find(
      (built) => built.method === row.method.toUpperCase() && shape(built.path) === shape(row.path),
    );
  return route?.file && route.line ? { file: route.file, line: route.line } : undefined;
}

export function showRoute(row: ContractRow): void {
  const route = routeOf(row);
  if (route) useSession.getState().openFile(route.file, route.line);
}

export function showPlanLine(row: ContractRow): void {
  const { files, openFile } = useSession.getState();
  const plan = files.find((file) => file.path === PLAN_PATH);
  if (plan) openFile(PLAN_PATH, placeInPlan(plan.text, row.method, row.path));
}

/** What is built leads to its route; what is only planned leads to its line of the plan. */
export function showRow(row: ContractRow): void {
  if (routeOf(row)) showRoute(row);
  else showPlanLine(row);
}

function shape(path: string): string {
  return path.replace(/\{[^}]*\}/g, '{}').replace(/(.)\/$/, '$1');
}
