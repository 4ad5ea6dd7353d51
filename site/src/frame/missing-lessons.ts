import type { Course } from '../../../src/server/courses/course.ts';

/** A link that a manual makes by hand to a page below `course/`; what is made from the course is written with the base. */
const HAND_MADE = /<a\b[^<>]*\bhref="(?:\.\.\/)+course\/((?:stage\/)?[a-z0-9-]+)\/(?:#[^"]*)?"[^<>]*>(.*?)<\/a>/gs;

/** Whether a page has links of which `withoutMissingLessons` may make words. */
export const namesLessons = (html: string): boolean => html.search(HAND_MADE) >= 0;

/**
 * A page of a manual with plain words in place of links to lessons and stages that the shown course does not have: the
 * manuals name some of the bundled course, and a site may show another.
 */
export function withoutMissingLessons(html: string, { file, lessons }: Pick<Course, 'file' | 'lessons'>): string {
  const there = new Set(['glossary', ...lessons.keys(), ...file.stages.map(({ id }) => `stage/${id}`)]);
  return html.replace(HAND_MADE, (link, page: string, words: string) => (there.has(page) ? link : words));
}
