import type { ErrorCode } from '../../../../src/contract/errors.ts';

/** What a code means whose sentence is nothing but what exactly is wrong in a place. */
export const MEANINGS: Partial<Record<ErrorCode, string>> = {
  RW_COURSE_SCHEMA:
    'A file of the course has a field that is not known, lacks one, or has a value that may not stand there.',
  RW_COURSE_ID:
    'An id stands twice, is not the name of its folder, or belongs to a lesson that course.yaml does not list.',
  RW_COURSE_REFERENCE: 'A name leads to nothing: there is no such check, task, question, file or lesson.',
  RW_COURSE_UNUSED:
    'Something is there that nothing uses, such as a task that no check ticks or a file that nothing reads.',
  RW_COURSE_NEEDS: 'Checks need each other in a circle, so none of them could ever be run.',
  RW_COURSE_COMPARE: 'A comparison does not show each of its parts exactly once in each column.',
  RW_COURSE_QUIZ: 'A question has no right answer, or more than one.',
  RW_COURSE_INHERITS: 'A lesson stands on a template or lesson that is not there, or that does not come before it.',
  RW_COURSE_HINT: 'A check has no hints, or a hint contains a line of the solution.',
  RW_HOST_OPTION:
    'The command that starts the workbench has an option that it does not know, or one without its value.',
};
