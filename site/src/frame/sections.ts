/** A part of the site: `path` is where it begins; its pages are below that or below one of `also`. */
export type Section = { path: string; label: string; about: string; also?: readonly string[] };

/** The parts of the site in the order of the header. */
export const SECTIONS = [
  { path: 'course/', label: 'Course', about: 'Every lesson, to read' },
  { path: 'learners/', label: 'Learn', about: 'The manual for learners' },
  { path: 'instructors/', label: 'Teach', about: 'Write a course of your own' },
  { path: 'hosts/', label: 'Host', about: 'Run the workbench for a class' },
  {
    path: 'reference/',
    label: 'Reference',
    about: 'The finished API, error codes, commands',
    also: ['api/', 'errors/'],
  },
  { path: 'contributors/', label: 'Contribute', about: 'How the project is built' },
  { path: 'releases/', label: 'Releases', about: 'What changed, version by version' },
] as const satisfies Section[];

/** The part that a page belongs to, by its path below the base (without it); null for pages that belong to none. */
export const sectionOf = (path: string): Section | null =>
  SECTIONS.find((one: Section) => [one.path, ...(one.also ?? [])].some((start) => path.startsWith(start))) ?? null;
