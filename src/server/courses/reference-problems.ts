import type { Problem } from '../../contract/problem.ts';
import { type DataPath, nearestOf, problemAt, type Source } from './source.ts';

/** The files of a lesson that could be read; `mutants` by `<track>/<mutant>`, `planted` by `<track>/<planted bug>`. */
export type LessonSources = {
  lesson?: Source;
  checks?: Source;
  hints?: Source;
  quiz?: Source;
  quizUnreadable?: boolean;
  mutants: Map<string, Source>;
  planted: Map<string, Source>;
};

/** A problem for a name that should be one of `known`. */
export function unknown(source: Source, path: DataPath, what: string, name: string, known: string[]): Problem {
  const nearest = nearestOf(name, known);
  return problemAt(source, path, 'RW_COURSE_REFERENCE', {
    detail: `There is no ${what} "${name}".`,
    expected: known.length > 0 ? `one of ${known.join(', ')}` : `a ${what}; there is none`,
    ...(nearest ? { nearest } : {}),
  });
}

/** A problem for each name that stands in the list a second time. */
export function duplicates(source: Source, what: string, entries: { id: string; path: DataPath }[]): Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [problemAt(source, path, 'RW_COURSE_ID', { detail: `The ${what} id "${id}" is used twice.` })];
  });
}
