import type { ERRORS, ErrorCode } from '../../../../src/contract/errors.ts';

/** Who meets an error, for a person, by the word that the table has for it. */
export const AUDIENCES = {
  learner: 'Learners, in the workbench.',
  instructor: 'Instructors, from the commands for courses and in the list of problems.',
  host: 'Whoever starts the workbench.',
} as const satisfies Record<(typeof ERRORS)[ErrorCode]['audience'], string>;
