import type { ErrorCode } from '../../../../src/contract/errors.ts';
import { LIMITS } from '../../../../src/contract/limits.ts';

export type LimitName = keyof typeof LIMITS;

type Words = { of: string; beyond: string; code?: ErrorCode };

/** What each limit holds, and what happens beyond it. */
const WORDS: Record<LimitName, Words> = {
  courseFileBytes: {
    of: 'A file of a course, YAML or Markdown',
    beyond: 'It is not read, and named as a problem of the course.',
    code: 'RW_COURSE_FILE_TOO_LARGE',
  },
  planChars: { of: 'Your plan.yaml or decision.yaml', beyond: 'It is not read.', code: 'RW_PLAN_INVALID' },
  workspaceFileBytes: { of: 'One file of a workspace', beyond: 'It is not saved.', code: 'RW_FILE_TOO_LARGE' },
  workspaceFiles: { of: 'Files of one workspace', beyond: 'No more can be made.', code: 'RW_FILE_TOO_MANY' },
  versionsKept: {
    of: 'Earlier versions that are kept of each file',
    beyond: 'The oldest ones go.',
    code: 'RW_FILE_VERSION',
  },
  startMs: {
    of: 'From the start of your code until buildApp has returned',
    beyond: 'Your code counts as never ready and is ended.',
    code: 'RW_CODE_NEVER_READY',
  },
  requestMs: {
    of: 'One request of a check, until the last byte of its answer',
    beyond: 'The check cannot be judged. In an attack, an API that does not answer counts as brought down.',
    code: 'RW_CHECK_TIMEOUT',
  },
  responseBytes: {
    of: 'One answer that is read, unpacked',
    beyond: 'Reading ends, and the check cannot be judged.',
    code: 'RW_CHECK_TOO_LARGE',
  },
  checkRunMs: {
    of: 'All checks of one edit, and all of your tests',
    beyond: 'Checks that are left say that they were not judged, and tests that are left do not run.',
    code: 'RW_CHECK_TIMEOUT',
  },
  evidenceChars: { of: 'A body or header that a verdict shows', beyond: 'The rest is left out of what is shown.' },
  testMs: { of: 'One test of yours', beyond: 'It counts as hanging.', code: 'RW_TEST_HANGS' },
  tests: { of: 'Tests of one run that are shown', beyond: 'Further ones are not shown.' },
  logRingBytes: {
    of: 'Output of your code that waits to be shown',
    beyond: 'Lines are left out, and the console says how many.',
  },
  heapMiB: { of: "The heap of your code's process", beyond: 'The process is ended.', code: 'RW_CODE_MEMORY' },
  residentMiB: {
    of: "All memory of your code's process, with what is outside of its heap",
    beyond: 'The process is ended.',
    code: 'RW_CODE_MEMORY',
  },
  databaseMiB: { of: 'One database of yours', beyond: 'SQLite refuses to store more.' },
  stallMs: {
    of: 'Without a turn of the event loop, in code that runs',
    beyond: 'The process is ended, and you read which line it was.',
    code: 'RW_CODE_STALLED',
  },
  sandboxMessageBytes: {
    of: "One message of your code's process to the workbench",
    beyond: 'The process is ended.',
    code: 'RW_CODE_EXITED',
  },
  documentBytes: {
    of: "Your API's OpenAPI document, as JSON",
    beyond: 'It is not shown, and the console says so.',
    code: 'RW_CHECK_NO_DOCUMENT',
  },
  documentParts: {
    of: 'Values in that document',
    beyond: 'It is not shown, and the console says so.',
    code: 'RW_CHECK_NO_DOCUMENT',
  },
  documentDepth: {
    of: 'Levels of that document',
    beyond: 'It is not shown, and the console says so.',
    code: 'RW_CHECK_NO_DOCUMENT',
  },
  routes: { of: 'Routes of your API that are shown', beyond: 'Further ones are not shown.' },
  routeBytes: { of: 'Paths of those routes together', beyond: 'Further ones are not shown.' },
};

export type LimitRow = Words & { name: LimitName; value: string };

/** Every limit with its value as a person says it, in the order of the source. */
export function limitRows(): LimitRow[] {
  const names = Object.keys(LIMITS).filter((name): name is LimitName => Object.hasOwn(LIMITS, name));
  return names.map((name) => ({ name, value: spoken(name, LIMITS[name]), ...WORDS[name] }));
}

/** A value with its unit: that is the end of its name, and a number without one counts. KB and MB are those of the app: 1,024 of the smaller. */
export function spoken(name: string, value: number): string {
  const count = (amount: number) => amount.toLocaleString('en');
  if (name.endsWith('Ms')) return value % 1_000 === 0 ? `${count(value / 1_000)} s` : `${count(value)} ms`;
  if (name.endsWith('Bytes'))
    return value % 2 ** 20 === 0 ? `${count(value / 2 ** 20)} MB` : `${count(value / 1024)} KB`;
  if (name.endsWith('MiB')) return `${count(value)} MB`;
  if (name.endsWith('Chars')) return `${count(value)} characters`;
  return count(value);
}
