import { DECISION_PATH } from '../../contract/decision.ts';
import type { Problem } from '../../contract/problem.ts';
import { readDecision } from '../../core/decision/read-decision.ts';
import type { Course, Lesson } from './course.ts';
import { composedFiles } from './lesson-files.ts';
import { unknown } from './reference-problems.ts';
import type { Source } from './source.ts';

/** Scenarios, options and criteria that checks name stand in the decision.yaml that the learner begins with. */
export function checkDecisions(course: Course, lesson: Lesson, checks: Source | undefined): Problem[] {
  if (!checks || !lesson.checks.some((check) => check.kind === 'decision')) return [];
  return [...lesson.tracks.keys()].flatMap((track) => {
    const files = composedFiles(course, lesson.id, track, 'starter');
    const text = files.find((file) => file.path === DECISION_PATH)?.text;
    if (text === undefined) return [unknown(checks, [], 'file of the starter', DECISION_PATH, [])];
    const { value, problems } = readDecision(text);
    if (!value) return problems.map((one) => ({ ...one, file: `${lesson.dir}/${track}/starter/${DECISION_PATH}` }));
    const ids = (list: { id: string }[]): string[] => list.map(({ id }) => id);
    return lesson.checks.flatMap((check, index) => {
      if (check.kind !== 'decision') return [];
      const each = (key: 'accepts' | 'reasons', what: string, known: string[]): Problem[] =>
        check[key].flatMap((id, at) =>
          known.includes(id) ? [] : [unknown(checks, ['checks', index, key, at], what, id, known)],
        );
      const scenarios = ids(value.scenarios);
      return [
        ...(scenarios.includes(check.scenario)
          ? []
          : [unknown(checks, ['checks', index, 'scenario'], 'scenario', check.scenario, scenarios)]),
        ...each('accepts', 'option', ids(value.options)),
        ...each('reasons', 'criterion', ids(value.criteria)),
      ];
    });
  });
}
