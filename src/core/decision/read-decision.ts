import { DECISION_PATH, Decision } from '../../contract/decision.ts';
import { errorMessage } from '../../contract/errors.ts';
import { LIMITS } from '../../contract/limits.ts';
import { type Parsed, readYaml } from '../yaml/read-yaml.ts';

/** A choice and its reasons are ids that stand above them. */
const Consistent = Decision.superRefine((decision, context) => {
  const options = ['', ...decision.options.map(({ id }) => id)];
  const criteria = decision.criteria.map(({ id }) => id);
  decision.scenarios.forEach(({ choice, because }, index) => {
    const mustBe = (input: string, values: string[], path: (string | number)[]) => {
      if (values.includes(input)) return;
      context.addIssue({ code: 'invalid_value', input, values, path: ['scenarios', index, ...path] });
    };
    mustBe(choice, options, ['choice']);
    because.forEach((id, at) => void mustBe(id, criteria, ['because', at]));
  });
});

/**
 * Reads decision.yaml. Every problem has the code RW_DECISION_INVALID and stands in decision.yaml; an option or a
 * criterion that does not exist is one. At most `LIMITS.planChars`.
 */
export function readDecision(text: string): Parsed<Decision> {
  const code = 'RW_DECISION_INVALID';
  if (text.length > LIMITS.planChars) {
    const message = errorMessage(code, {
      detail: `it is longer than ${LIMITS.planChars.toLocaleString('en')} characters.`,
    });
    return { value: null, problems: [{ code, message, file: DECISION_PATH, line: 1 }] };
  }
  return readYaml(Consistent, text, DECISION_PATH, { syntax: code, schema: code, size: code });
}
