import type { Problem } from '../../contract/problem.ts';
import type { Lesson } from './course.ts';
import { type LessonSources, unknown } from './reference-problems.ts';
import { problemAt } from './source.ts';

/** Planted bugs that a check names are there on every track, those that are there are named, and each changes something. */
export function checkPlanted(lesson: Lesson, sources: LessonSources): Problem[] {
  const { checks, planted: plantedSources } = sources;
  if (!checks) return [];
  const named = new Set(lesson.checks.flatMap((check) => (check.kind === 'learner-tests' ? check.planted : [])));
  return [...lesson.tracks].flatMap(([track, { planted }]) => [
    ...lesson.checks.flatMap((check, index) =>
      check.kind === 'learner-tests'
        ? check.planted.flatMap((id, nth) =>
            planted.some((bug) => bug.id === id)
              ? []
              : [
                  unknown(
                    checks,
                    ['checks', index, 'planted', nth],
                    'planted bug',
                    id,
                    planted.map((bug) => bug.id),
                  ),
                ],
          )
        : [],
    ),
    ...planted.flatMap((bug) => {
      const source = plantedSources.get(`${track}/${bug.id}`);
      if (!source) return [];
      const unused = (detail: string) => problemAt(source, [], 'RW_COURSE_UNUSED', { detail });
      return [
        ...(named.has(bug.id) ? [] : [unused(`No check names the planted bug "${bug.id}".`)]),
        ...(bug.delta.files.length + bug.delta.removed.length === 0
          ? [unused(`The planted bug "${bug.id}" changes nothing.`)]
          : []),
      ];
    }),
  ]);
}
