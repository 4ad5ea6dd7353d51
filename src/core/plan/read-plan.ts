import { errorMessage } from '../../contract/errors.ts';
import { LIMITS } from '../../contract/limits.ts';
import { PLAN_PATH, Plan } from '../../contract/plan.ts';
import { type Parsed, readYaml } from '../yaml/read-yaml.ts';

/** Reads plan.yaml. Every problem has the code RW_PLAN_INVALID and stands in plan.yaml. At most `LIMITS.planChars`. */
export function readPlan(text: string): Parsed<Plan> {
  if (text.length > LIMITS.planChars) {
    const detail = `it is longer than ${LIMITS.planChars.toLocaleString('en')} characters.`;
    const message = errorMessage('RW_PLAN_INVALID', { detail });
    return { value: null, problems: [{ code: 'RW_PLAN_INVALID', message, file: PLAN_PATH, line: 1 }] };
  }
  return readYaml(Plan, text, PLAN_PATH, {
    syntax: 'RW_PLAN_INVALID',
    schema: 'RW_PLAN_INVALID',
    size: 'RW_PLAN_INVALID',
  });
}
