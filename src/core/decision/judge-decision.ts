import type { DecisionCheck } from '../../contract/check.ts';
import type { Decision } from '../../contract/decision.ts';
import type { Mismatch } from '../../contract/evidence.ts';

type Rules = Pick<DecisionCheck, 'scenario' | 'accepts' | 'reasons' | 'atLeast' | 'atMost'>;

/**
 * What keeps the learner's row from being defensible: no choice, one that nobody can defend, too few reasons that speak
 * for it, or more reasons than can have decided. Neither the right options nor the right reasons are told.
 */
export function judgeDecision(rules: Rules, decision: Decision): Mismatch[] {
  const { scenario: id, accepts, reasons, atLeast, atMost } = rules;
  const scenario = decision.scenarios.find((one) => one.id === id);
  if (!scenario) return [{ at: `scenario ${id}`, expected: 'a row in the table', actual: 'missing' }];
  const at = `“${scenario.title}”`;
  if (scenario.choice === '') return [{ at, expected: 'one of the options', actual: 'not decided yet' }];
  const chosen = decision.options.find((option) => option.id === scenario.choice)?.title ?? scenario.choice;
  if (!accepts.includes(scenario.choice)) return [{ at, expected: 'a choice that fits the story', actual: chosen }];
  const all = new Set(scenario.because).size;
  if (atMost !== undefined && all > atMost) {
    return [{ at: `${at}, because`, expected: `the ${atMost} that decided, or fewer`, actual: `${all} reasons` }];
  }
  const good = new Set(scenario.because.filter((reason) => reasons.includes(reason))).size;
  if (good >= atLeast) return [];
  const named = scenario.because.map((reason) => decision.criteria.find((one) => one.id === reason)?.title ?? reason);
  const expected = `${atLeast === 1 ? 'a reason' : `${atLeast} reasons`} that speak for ${chosen} in this story`;
  return [{ at: `${at}, because`, expected, actual: named.length === 0 ? 'no reason yet' : named.join(', ') }];
}
