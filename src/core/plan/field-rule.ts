import type { Mismatch } from '../../contract/evidence.ts';
import type { PlanResource } from '../../contract/plan.ts';
import type { PlanRule } from '../../contract/plan-rule.ts';
import { andList } from '../wording/list.ts';
import { nearestName } from '../yaml/nearest.ts';

type FieldRule = Extract<PlanRule, { rule: 'field' }>;

/** What of one field's rule a resource does not satisfy: whether it is there, who sets it, what it says of itself. */
export function judgeField(resource: PlanResource, rule: FieldRule): Mismatch[] {
  const at = `plan.resources.${resource.name}.fields.${rule.name}`;
  const field = resource.fields.find((one) => one.name === rule.name);
  if (!field) {
    const known = resource.fields.map((one) => one.name);
    const near = nearestName(rule.name, known);
    const actual = near ? `"${near}"` : known.length === 0 ? 'no fields yet' : andList(known);
    return [{ at, expected: `a field named "${rule.name}"`, actual }];
  }
  const found: Mismatch[] = [];
  if (rule.required !== undefined && field.required !== rule.required) {
    found.push({ at, expected: `required: ${rule.required}`, actual: `required: ${field.required}` });
  }
  if (rule.readOnly !== undefined && field.readOnly !== rule.readOnly) {
    found.push({
      at,
      expected: `readOnly: ${rule.readOnly}`,
      actual: field.readOnly ? 'no client may send it' : 'every client may send it',
    });
  }
  if (rule.described && (field.description ?? '').trim() === '') {
    found.push({ at: `${at}.description`, expected: 'a sentence that says what it means', actual: 'nothing' });
  }
  return found;
}
