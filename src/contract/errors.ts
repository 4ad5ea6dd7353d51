import { z } from 'zod';

type Row = {
  /** Who meets it. */
  audience: 'learner' | 'instructor' | 'host';
  /** What is wrong; `{name}` is filled in. */
  message: string;
  /** What to do next. */
  action: string;
};

const row = (audience: Row['audience'], message: string, action: string): Row => ({ audience, message, action });

/**
 * The one table of error codes. Everything that a person can meet has a row; docs and types come from it.
 * A retired code is moved to `RETIRED_CODES` and never used again.
 */
export const ERRORS = {
  RW_CODE_SYNTAX: row(
    'learner',
    'This code cannot be read: {detail}',
    'Mend the marked line. The last good version keeps running.',
  ),
  RW_CODE_THROWS: row(
    'learner',
    'Your code stopped with an error while starting: {detail}',
    'Look at the marked line. The last good version keeps running.',
  ),
  RW_CODE_NO_ENTRY: row('learner', 'There is no file {file}.', 'Create it, or bring it back with Reset.'),
  RW_CODE_NO_EXPORT: row(
    'learner',
    '{file} does not export a function buildApp.',
    'Write `export async function buildApp() { … return app; }`.',
  ),
  RW_CODE_NOT_AN_APP: row(
    'learner',
    '{name} returned {detail}, not an API that can be started.',
    'End the function with `return app;`.',
  ),
  RW_CODE_NEVER_READY: row(
    'learner',
    'buildApp did not finish within {ms} ms.',
    'Look for an `await` that never ends or a plugin that never calls done. Do not call listen inside buildApp.',
  ),
  RW_CODE_IMPORT: row(
    'learner',
    'The import {name} is not available here. {hint}',
    'Import packages by their name, and files of your own with ./ in front and .ts at the end.',
  ),
  RW_CODE_DATABASE: row(
    'learner',
    'This database cannot be used here. {detail}',
    "Open ':memory:', or the file that process.env.DATABASE_FILE names where a lesson gives you one.",
  ),
  RW_CODE_EXITED: row(
    'learner',
    'Your process ended by itself ({detail}).',
    'Look for process.exit or an unhandled error, then change the code to run it again.',
  ),
  RW_CODE_MEMORY: row(
    'learner',
    'Your API used more than {limit} MB of memory and was ended.',
    'Look for a list or a text that grows without end.',
  ),
  RW_CODE_STALLED: row(
    'learner',
    'Your API did nothing else for {ms} ms: something in it never ends.',
    'Look for a loop that never stops, then change the code to run it again.',
  ),
  RW_CHECK_NOT_RUNNING: row(
    'learner',
    'Your API is not running, so this could not be checked.',
    'Mend what stops it first; see Problems.',
  ),
  RW_CHECK_TIMEOUT: row(
    'learner',
    'No complete answer within {ms} ms.',
    'Make sure that each handler returns or sends something.',
  ),
  RW_CHECK_CONNECTION: row('learner', 'The connection broke: {detail}', 'Look at the console: did your API stop?'),
  RW_CHECK_TOO_LARGE: row(
    'learner',
    'The answer was larger than {limit} bytes.',
    'Answer with less, for example with pages.',
  ),
  RW_CHECK_TOO_HARD: row(
    'learner',
    'This could not be judged within {ms} ms.',
    'Make it smaller: look for parts that are repeated very often or nested very deep.',
  ),
  RW_CHECK_NO_DOCUMENT: row(
    'learner',
    'Your API has no OpenAPI document.',
    'Register @fastify/swagger before your routes, or see the console for why there is none.',
  ),
  RW_DECISION_INVALID: row(
    'learner',
    'decision.yaml cannot be read: {detail}',
    'Mend the marked line of decision.yaml.',
  ),
  RW_DECISION_MISSING: row(
    'learner',
    'There is no decision.yaml in this workspace.',
    'Create it, or bring it back with Reset.',
  ),
  RW_TEST_NONE: row(
    'learner',
    'There is no test file yet: nothing matches {files}.',
    'Create one, such as test/books.test.ts.',
  ),
  RW_TEST_TIME: row(
    'learner',
    'The tests together took longer than {ms} ms, so the rest of them did not run.',
    'Look for tests that wait, and make them quicker.',
  ),
  RW_TEST_HANGS: row(
    'learner',
    'It did not end within {ms} ms.',
    'Look for an `await` that never ends, and close what the test opens.',
  ),
  RW_FILE_INVALID: row('learner', '{file} cannot be read: {detail}', 'Mend the marked line.'),
  RW_PLAN_INVALID: row('learner', 'The plan cannot be read: {detail}', 'Mend the marked line of plan.yaml.'),
  RW_PLAN_MISSING: row(
    'learner',
    'There is no plan.yaml in this workspace.',
    'Create it, or bring it back with Reset.',
  ),
  RW_FILE_TOO_LARGE: row('learner', '{file} is larger than {limit} bytes.', 'Keep it smaller; it was not saved.'),
  RW_FILE_TOO_MANY: row('learner', 'This workspace already has {limit} files.', 'Remove one first.'),
  RW_FILE_PATH: row(
    'learner',
    '{file} is not a path inside your workspace.',
    'Use a relative path such as src/books.ts.',
  ),
  RW_FILE_EXISTS: row('learner', '{file} is already there.', 'Choose another name.'),
  RW_FILE_NOT_FOUND: row(
    'learner',
    '{file} is not in this workspace.',
    'It may have been removed outside; open another file.',
  ),
  RW_FILE_CONFLICT: row(
    'learner',
    '{file} was changed outside the workbench.',
    'Choose which version to keep; the other one stays in the history.',
  ),
  RW_FILE_NOT_SAVED: row(
    'learner',
    '{file} could not be saved: {detail}',
    'Your text is still in the editor. Free space or fix the folder, then edit again.',
  ),
  RW_PROGRESS_NOT_SAVED: row(
    'learner',
    'Your progress could not be saved: {detail}',
    'Your code is not affected. Free space or mend the folder, then try again.',
  ),
  RW_FILE_VERSION: row('learner', 'This earlier version is no longer kept.', 'Choose another one from the history.'),
  RW_SESSION_UNKNOWN: row(
    'learner',
    'This lesson is no longer open in the workbench server.',
    'Reload the window; your files are on disk.',
  ),
  RW_SESSION_STALE: row('learner', 'A newer edit replaced this one.', 'Nothing to do.'),
  RW_REQUEST_REFUSED: row(
    'learner',
    'This request cannot be sent: {detail}',
    'Requests go to your own API only: start the path with /.',
  ),
  RW_REQUEST_NO_API: row(
    'learner',
    'Your API is not running, so the request was not sent.',
    'Mend what stops it first; see Problems.',
  ),
  RW_LESSON_UNKNOWN: row('learner', 'There is no lesson {id} in this course.', 'Choose a lesson from the list.'),
  RW_LESSON_INVALID: row(
    'learner',
    'This lesson has a mistake in its files.',
    'Send its author the message below, or choose another lesson.',
  ),
  RW_LESSON_LEVEL: row('learner', 'There is no further hint.', 'Look at the solution if you like.'),
  RW_COURSE_NOT_FOUND: row(
    'instructor',
    'There is no course.yaml in {file}.',
    'Give the folder that holds course.yaml.',
  ),
  RW_COURSE_FILE_MISSING: row(
    'instructor',
    '{file} is missing.',
    'Create it; `npm run lesson -- lint` says what belongs in it.',
  ),
  RW_COURSE_FILE_TOO_LARGE: row('instructor', '{file} is larger than {limit} bytes.', 'Split it.'),
  RW_COURSE_YAML: row('instructor', 'This is not valid YAML: {detail}', 'Mend the marked line.'),
  RW_COURSE_SCHEMA: row('instructor', '{detail}', 'Mend the marked line.'),
  RW_COURSE_ID: row('instructor', '{detail}', 'Ids are unique, and a folder is named as its lesson.'),
  RW_COURSE_REFERENCE: row('instructor', '{detail}', 'Name something that exists.'),
  RW_COURSE_UNUSED: row('instructor', '{detail}', 'Use it, correct its name, or remove it.'),
  RW_COURSE_NEEDS: row('instructor', '{detail}', 'Let one of them need nothing.'),
  RW_COURSE_QUERY: row(
    'instructor',
    'This is not a selector that can be used: {detail}',
    'Write an esquery selector such as `CallExpression[callee.name="buildApp"]`, without regular expressions.',
  ),
  RW_COURSE_COMPARE: row(
    'instructor',
    '{detail}',
    'Each part of compare.yaml stands exactly once in each column, between `#region <id>` and `#endregion`.',
  ),
  RW_COURSE_IMAGE: row(
    'instructor',
    'The image {file} cannot be shown: {detail}',
    'Use a plain .svg or .png file of at most 200 KB in the lesson folder or in diagrams/, with an alternative text.',
  ),
  RW_COURSE_QUIZ: row('instructor', '{detail}', 'Mark exactly one answer with `correct: true`.'),
  RW_COURSE_NOT_PLAIN: row(
    'instructor',
    '{file} is a link, a device, or not text in UTF-8.',
    'Put a folder or a plain text file there; a course reaches nothing outside itself.',
  ),
  RW_COURSE_INHERITS: row('instructor', '{detail}', 'Inherit from a template or from a lesson that comes earlier.'),
  RW_COURSE_LINK: row(
    'instructor',
    'The link {detail} leads nowhere.',
    'Link to a lesson of this course, a task of this lesson, a term of the glossary, or an https address.',
  ),
  RW_COURSE_FENCE: row(
    'instructor',
    'The code shown for {file} is not what the file contains.',
    'Copy the lines from the file, or remove the file name from the fence.',
  ),
  RW_COURSE_HINT: row('instructor', '{detail}', 'Hints lead to the solution without containing a line of it.'),
  RW_VERIFY_STARTER_PASSES: row(
    'instructor',
    'The starter of {lesson} passes every required check.',
    'Leave something for the learner to do, or add a check.',
  ),
  RW_VERIFY_STARTER_BROKEN: row(
    'instructor',
    'The starter of {lesson} does not start: {detail}',
    'Mend it, or declare `startsAs: broken`.',
  ),
  RW_VERIFY_SOLUTION_FAILS: row(
    'instructor',
    'The solution of {lesson} fails: {detail}',
    'Mend the solution or the check.',
  ),
  RW_VERIFY_MUTANT_WRONG: row(
    'instructor',
    'The mutant {mutant} of {lesson} must fail {expected} but fails {actual}.',
    'Put its mistake back in, or name the checks that it fails.',
  ),
  RW_VERIFY_CHECK_UNPROVEN: row(
    'instructor',
    'No mutant of {lesson} fails the check {check}.',
    'Add a mutant that this check catches.',
  ),
  RW_VERIFY_TIME: row(
    'instructor',
    'The {variant} of {lesson} was not judged within {ms} ms.',
    'Look for a handler that never answers, or give the check fewer slow steps.',
  ),
  RW_VERIFY_PYTHON: row('instructor', '{file} is not valid Python: {detail}', 'Mend the marked line.'),
  RW_VERIFY_TYPES: row('instructor', 'The {variant} of {lesson} has a type error: {detail}', 'Mend the types.'),
  RW_VERIFY_FLAKY: row(
    'instructor',
    'The solution of {lesson} passed only {passed} of {runs} times; it failed {detail}.',
    'Make the check or the solution independent of time, order and chance.',
  ),
  RW_VERIFY_CHANGED: row(
    'instructor',
    'Git cannot tell what changed since {since}: {detail}',
    'Give a commit or branch that is there, such as `--changed origin/main`.',
  ),
  RW_VERIFY_REPORT: row(
    'instructor',
    'The report could not be written to {file}: {detail}',
    'Give a file in a folder that is there and can be written.',
  ),
  RW_OPENAPI_NONE: row(
    'instructor',
    'The solution of {lesson} gives no OpenAPI document: {detail}',
    'Name a lesson whose solution starts an API; `npm run lesson -- verify` says what is wrong with it.',
  ),
  RW_OPENAPI_NOT_WRITTEN: row(
    'instructor',
    'The document could not be written to {file}: {detail}',
    'Give a file in a folder that is there and can be written.',
  ),
  RW_NEW_EXISTS: row('instructor', 'There is a lesson {id} already.', 'Choose another id; ids are unique in a course.'),
  RW_NEW_ID: row(
    'instructor',
    '{id} cannot be an id.',
    'Use small letters, digits and hyphens, such as create-a-book. The id of a course is given with --id.',
  ),
  RW_NEW_TITLE: row('instructor', '"{title}" cannot be a title.', 'Give one of 1 to 80 characters with --title.'),
  RW_NEW_FOLDER: row('instructor', 'The folder {file} is not empty.', 'Name a new folder, or an empty one.'),
  RW_NEW_WRITE: row(
    'instructor',
    '{file} cannot be written: {detail}',
    'Choose a folder that you may write to. What was written already can be removed.',
  ),
  RW_NEW_STAGE: row(
    'instructor',
    'There is no stage {stage} in this course; there are {stages}.',
    'Choose one of them with --stage.',
  ),
  RW_HOST_LESSON: row('host', 'There is no lesson "{id}" in {file}.{hint}', 'Choose one of those that it lists.'),
  RW_HOST_PUBLIC_URL: row(
    'host',
    '{url} cannot be a public address: {detail}.',
    'Give the address that browsers open, such as --public-url https://class.example/alice/.',
  ),
  RW_HOST_PORT: row(
    'host',
    'Port {port} is in use or not allowed.',
    'Choose another one with --port, or leave it out for a free one.',
  ),
  RW_HOST_HOME: row(
    'host',
    'The folder {file} cannot be written: {detail}',
    'Free space there or mend its rights, or choose another one with --home DIR.',
  ),
  RW_HOST_IN_USE: row(
    'host',
    'Another workbench already uses the folder {file}.',
    'Use that one, or choose another folder with --home DIR.',
  ),
  RW_HOST_PROGRESS_DAMAGED: row(
    'host',
    'The progress file was damaged. It was moved to {file} and a new one was started.',
    'Your code is not affected. Lessons tick again when you open them.',
  ),
  RW_HOST_PROGRESS_RESTORED: row(
    'host',
    'The progress file was damaged. It was moved to {file}, and the copy of the last start stands in its place.',
    'Your code is not affected. What you did since then ticks again when you open the lesson.',
  ),
  RW_HOST_PROGRESS_NEWER: row(
    'host',
    'The progress file {file} was written by a newer workbench.',
    'Use that one, or choose another folder with --home DIR.',
  ),
  RW_HOST_LAB: row(
    'host',
    'The workbench could not start {detail}, which this lesson needs.',
    'Start the workbench again; its log has the details.',
  ),
  RW_HOST_RUNTIME: row(
    'host',
    'The runtime for {detail} cannot be started.',
    'Run `npm ci` again; it installs the runtime.',
  ),
  RW_HOST_NOT_BUILT: row(
    'host',
    'The workbench is not built: {file} is missing.',
    'Run `npm start`; it builds what is missing.',
  ),
  RW_HOST_OPTION: row('host', '{detail}', 'See `npm start -- --help`.'),
  RW_HTTP_INPUT: row('host', 'The workbench cannot read this call: {detail}', 'Reload the window.'),
  RW_HTTP_NOT_FOUND: row('host', 'There is nothing at this address.', 'Go back to the workbench.'),
  RW_HTTP_BASE: row(
    'host',
    'This workbench answers below {detail} only.',
    'Let the proxy pass each path on as it came, without taking its beginning away.',
  ),
  RW_HTTP_UNAUTHORIZED: row(
    'host',
    'This page is not signed in to the workbench.',
    'Open the address that `npm start` printed, with its token.',
  ),
  RW_HTTP_FORBIDDEN: row('host', 'The request came from another site.', 'Use the workbench window.'),
  RW_HTTP_MISDIRECTED: row(
    'host',
    'The request named a host that is not this workbench.',
    'Use the address that `npm start` printed.',
  ),
  RW_HTTP_UNREACHABLE: row(
    'host',
    'The workbench server does not answer.',
    'Your text is still here. Start it again at this port, `npm start -- --port N`, and open its address in another tab.',
  ),
  RW_INTERNAL: row(
    'host',
    'Something went wrong in the workbench itself.',
    'Your files are saved. The log has the details; please report it.',
  ),
} as const satisfies Record<`RW_${string}`, Row>;

export const RETIRED_CODES: readonly string[] = [];

export type ErrorCode = keyof typeof ERRORS;
const codes = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];
export const ErrorCode = z.enum(codes);

/** Fills the placeholders of a row's message. Unknown placeholders stay as they are. */
export function errorMessage(code: ErrorCode, values: Record<string, string | number> = {}): string {
  return ERRORS[code].message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** An error that a person may read. `file`, `line`, `column` (from 1) say where, if that is known. */
export class RoutewrightError extends Error {
  override readonly name = 'RoutewrightError';
  readonly code: ErrorCode;
  readonly values: Record<string, string | number>;
  constructor(code: ErrorCode, values: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(errorMessage(code, values), options);
    this.code = code;
    this.values = values;
  }
  /** What to do next. */
  get action(): string {
    return ERRORS[this.code].action.replace(/\{(\w+)\}/g, (whole, name: string) => String(this.values[name] ?? whole));
  }
}
