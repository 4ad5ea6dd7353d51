import { editYaml } from '../yaml/edit/edit-yaml.ts';
import { readDecision } from './read-decision.ts';

/** One change of a decision; a scenario is its place in the file, from 0. */
export type DecisionChange =
  | { do: 'choose'; scenario: number; option: string }
  | { do: 'give-reason'; scenario: number; criterion: string }
  | { do: 'take-reason'; scenario: number; criterion: string };

const ORDER = ['id', 'title', 'story', 'choice', 'because'];

/**
 * The text of decision.yaml after one change: only the lines that must change do. A text that cannot be read, and a
 * change that says nothing new or names what is not there, give the text as it was.
 */
export function editDecision(text: string, change: DecisionChange): string {
  const decision = readDecision(text).value;
  const scenario = decision?.scenarios[change.scenario];
  if (!decision || !scenario) return text;
  const own = ['scenarios', change.scenario];
  if (change.do === 'choose') {
    const known = change.option === '' || decision.options.some(({ id }) => id === change.option);
    return known ? editYaml(text, { do: 'set', path: [...own, 'choice'], value: change.option, order: ORDER }) : text;
  }
  const path = [...own, 'because'];
  const at = scenario.because.indexOf(change.criterion);
  if (change.do === 'take-reason') return at < 0 ? text : editYaml(text, { do: 'remove', path, at });
  // Reasons stand in the order of the criteria, whichever was chosen first.
  const order = decision.criteria.map(({ id }) => id);
  const place = order.indexOf(change.criterion);
  if (at >= 0 || place < 0) return text;
  const later = scenario.because.findIndex((id) => order.indexOf(id) > place);
  const before = later < 0 ? scenario.because.length : later;
  return editYaml(text, { do: 'insert', path, at: before, value: change.criterion, order: ORDER });
}
