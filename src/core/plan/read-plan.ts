import { PLAN_PATH, Plan } from '../../contract/plan.ts';
import { type Parsed, readYaml } from '../yaml/read-yaml.ts';

/** Reads plan.yaml. Every problem has the code RW_PLAN_INVALID and stands in plan.yaml. */
export function readPlan(text: string): Parsed<Plan> {
  return readYaml(Plan, text, PLAN_PATH, {
    syntax: 'RW_PLAN_INVALID',
    schema: 'RW_PLAN_INVALID',
    size: 'RW_PLAN_INVALID',
  });
}
