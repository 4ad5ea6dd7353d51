import type { ErrorCode } from '../../../../src/contract/errors.ts';

/** The second word of a code: RW_<AREA>_<PROBLEM>. */
export type Area = ErrorCode extends infer Code
  ? Code extends `RW_${infer First}_${string}`
    ? First
    : Code extends `RW_${infer Only}`
      ? Only
      : never
  : never;

/** What the codes of an area are about, in the order in which the site lists them. */
export const AREAS = {
  CODE: { title: 'Your code does not start, or stops', about: 'What the sandbox says of your code when it runs it.' },
  CHECK: {
    title: 'A check could not be judged',
    about: 'The check itself is fine; it could not get an answer to judge.',
  },
  TEST: { title: 'Your tests', about: 'What stops a run of the tests that you wrote.' },
  FILE: { title: 'Files of your workspace', about: 'Reading, saving and naming the files of a lesson.' },
  PLAN: { title: 'The plan', about: 'Your plan.yaml.' },
  DECISION: { title: 'The decision', about: 'Your decision.yaml.' },
  REQUEST: { title: 'Requests that you send', about: 'The Requests pane.' },
  LESSON: { title: 'Opening a lesson', about: 'The lesson, its hints and its solution.' },
  SESSION: { title: 'The open lesson', about: 'The workbench server and the page do not agree on what is open.' },
  PROGRESS: { title: 'Your progress', about: 'The record of what you have passed.' },
  COURSE: {
    title: 'Files of a course',
    about: 'What `npm run lesson -- lint` finds, each with file, line and column.',
  },
  VERIFY: { title: 'Proving a course', about: 'What `npm run lesson -- verify` finds when it runs the lessons.' },
  NEW: { title: 'Beginning a lesson or a course', about: 'What `npm run lesson -- new` refuses.' },
  OPENAPI: { title: 'The document of a lesson', about: 'What `npm run lesson -- openapi` refuses.' },
  HOST: {
    title: 'Starting the workbench',
    about: 'What the workbench server says before it runs, and about its folder.',
  },
  HTTP: { title: 'Reaching the workbench', about: 'The workbench server and the page, over HTTP.' },
  INTERNAL: { title: 'A mistake of ours', about: 'What nobody foresaw.' },
} as const satisfies Record<Area, { title: string; about: string }>;

/** The areas in their order. */
export const AREA_NAMES = Object.keys(AREAS).filter((name): name is Area => Object.hasOwn(AREAS, name));

/** The area of a code. */
export function areaOf(code: ErrorCode): Area {
  const area = AREA_NAMES.find((name) => code === `RW_${name}` || code.startsWith(`RW_${name}_`));
  if (!area) throw new Error(`${code} belongs to no area.`);
  return area;
}
