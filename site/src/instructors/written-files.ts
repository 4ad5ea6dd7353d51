/**
 * Texts that are examples of what may stand in a course, by path: the files of the bundled course, and the pages of the
 * manual for instructors.
 */
export const writtenFiles = {
  course: import.meta.glob<string>('../../../lessons/**/*.{yaml,md}', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
  manual: import.meta.glob<string>('../content/docs/instructors/*.{md,mdx}', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
};
