/** A part of the site: `path` is where it begins; its pages are below that or below one of `also`. */
export type Section = { path: string; label: string; title: string; about: string; also?: readonly string[] };

/** The parts of the site in the order of the header. */
export const SECTIONS = [
  {
    path: 'course/',
    label: 'Course',
    title: 'The course',
    about: 'Every lesson to read, with its solution, what is checked and the mistakes that many make',
  },
  {
    path: 'learners/',
    label: 'Learn',
    title: 'For learners',
    about: 'Your first hour, the keys, your files, and what to do when something is stuck',
  },
  {
    path: 'instructors/',
    label: 'Teach',
    title: 'For instructors',
    about: 'Write a course of your own, and let it prove itself',
  },
  { path: 'hosts/', label: 'Host', title: 'For hosts', about: 'Run the workbench for a class, behind a reverse proxy' },
  {
    path: 'reference/',
    label: 'Reference',
    title: 'Reference',
    about: 'The finished API, error codes, commands',
    also: ['api/', 'errors/'],
  },
  { path: 'contributors/', label: 'Contribute', title: 'For contributors', about: 'How the project is built' },
  { path: 'releases/', label: 'Releases', title: 'Releases', about: 'What changed, version by version' },
] as const satisfies Section[];

/** The part that a page belongs to, by its path below the base (without it); null for pages that belong to none. */
export const sectionOf = (path: string): Section | null =>
  SECTIONS.find((one: Section) => [one.path, ...(one.also ?? [])].some((start) => path.startsWith(start))) ?? null;
