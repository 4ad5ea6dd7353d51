import type { GlossaryFile } from '../../../src/contract/glossary.ts';
import type { Course } from '../../../src/server/courses/course.ts';

export type Term = GlossaryFile['terms'][string] & {
  id: string;
  /** Lessons that link to it, in the order in which they are taught. */
  usedIn: { id: string; title: string }[];
};

/** The terms of a course under their first letters, both in alphabetical order. */
export function termsByLetter(course: Course): { letter: string; terms: Term[] }[] {
  const used = usesOf(course);
  const terms = Object.entries(course.glossary)
    .map(([id, term]): Term => ({ ...term, id, usedIn: used.get(id) ?? [] }))
    .sort((a, b) => a.term.localeCompare(b.term, 'en'));
  return [...Map.groupBy(terms, ({ term }) => letterOf(term))].map(([letter, group]) => ({ letter, terms: group }));
}

/** What a term means, as plain text. */
export function meaningOf(course: Course, id: string): string | undefined {
  return course.glossary[id]?.text.replace(/[`*]/g, '').trim();
}

function usesOf(course: Course): Map<string, Term['usedIn']> {
  const used = new Map<string, Term['usedIn']>();
  for (const { id, links, frontmatter } of course.lessons.values())
    for (const term of new Set(links.flatMap(({ href }) => (href.startsWith('term:') ? [href.slice(5)] : []))))
      used.set(term, [...(used.get(term) ?? []), { id, title: frontmatter.title }]);
  return used;
}

const letterOf = (term: string): string => /\p{L}/u.exec(term)?.[0].toUpperCase() ?? '#';
