import { pathToFileURL } from 'node:url';
import { errorMessage } from '../../../contract/errors.ts';
import { RuntimeDescriptor } from '../../../contract/sandbox.ts';
import type { TestResult } from '../../../contract/test-result.ts';
import { failureOf } from '../failure.ts';
import { firstOwnFrame } from '../position.ts';
import { withoutPaths } from '../readable-message.ts';
import descriptor from '../runtime.json' with { type: 'json' };
import { type Workspace, workspacePath } from '../workspace.ts';
import type { Begun, Ended } from './run-files.ts';

type Place = Pick<TestResult, 'name' | 'file' | 'line'>;

const { packages } = RuntimeDescriptor.parse(descriptor);
const NAME_CHARS = 400;
const MESSAGE_CHARS = 4_000;

/** Names the tests of one run: the runner tells of each only its own name and in which other it lies. */
export function testNames(files: readonly string[]) {
  const places = new Map<number, Place>();
  return {
    begun({ name, file, line, testId, parentId }: Begun): Place {
      const parent = parentId === undefined ? undefined : places.get(parentId)?.name;
      const own = file === undefined ? undefined : workspacePath(pathToFileURL(file).href);
      // A file that has no tests, or none that could be read, stands as one test with its path as its name.
      const ownName = name === file && own !== undefined ? own : name;
      const place: Place = {
        name: cut(parent === undefined ? ownName : `${parent} › ${ownName}`, NAME_CHARS),
        file: own ?? files[0] ?? 'test',
        ...(own !== undefined && line !== undefined && line > 0 && { line }),
      };
      places.set(testId, place);
      return place;
    },
    ended: ({ name, testId }: Ended): Place =>
      places.get(testId) ?? { name: cut(name, NAME_CHARS), file: files[0] ?? 'test' },
  };
}

/**
 * What came of a test; undefined for what is none: a suite that is through, or a test that failed only because a test in
 * it did, which is told already.
 */
export function resultOf(event: Ended, place: Place, workspace: Workspace, timeoutMs: number): TestResult | undefined {
  const { passed, duration_ms: ms, type } = event.details;
  const error: unknown = passed ? undefined : event.details.error;
  if (type === 'suite' && (passed || failureType(error) === 'subtestsFailed')) return undefined;
  if (failureType(error) === 'subtestsFailed') return undefined;
  if (place.name === place.file) return passed ? undefined : fileFailure(place, ms, causeOf(error), workspace);
  if (passed) return { ...place, status: isLeftOut(event) ? 'skipped' : 'passed', ms };
  if (isLeftOut(event)) return { ...place, status: 'skipped', ms };
  if (hangs(event))
    return { ...place, status: 'failed', ms, message: errorMessage('RW_TEST_HANGS', { ms: timeoutMs }) };
  const thrown = causeOf(error);
  const at = firstOwnFrame(thrown instanceof Error ? thrown.stack : undefined);
  const line = at?.file === place.file ? at.line : place.line;
  const message = withoutPaths(cut(sentence(thrown), 4 * MESSAGE_CHARS), workspace);
  return { ...place, ...(line && { line }), status: 'failed', ms, message: cut(message, MESSAGE_CHARS) };
}

/** Whether the runner gave it up. */
export function hangs({ details }: Ended): boolean {
  return !details.passed && failureType(details.error) === 'testTimeoutFailure';
}

/** A file whose tests could not be read: its code, or what it imports, is broken. */
function fileFailure(place: Place, ms: number, thrown: unknown, workspace: Workspace): TestResult {
  const failure = failureOf(thrown, workspace, packages);
  const at =
    failure.file === undefined || failure.file === place.file
      ? ''
      : ` (${failure.file}${failure.line ? `, line ${failure.line}` : ''})`;
  const line = failure.file === place.file ? failure.line : 1;
  return { ...place, ...(line && { line }), status: 'failed', ms, message: `${failure.message}${at}` };
}

function isLeftOut({ skip, todo }: Ended): boolean {
  return (skip !== undefined && skip !== false) || (todo !== undefined && todo !== false);
}

function failureType(error: unknown): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, 'failureType') : undefined;
}

/** The runner wraps what a test threw. */
function causeOf(error: unknown): unknown {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return cause ?? error;
}

/** An assertion says it all by itself; other errors begin with their name. A property says in its cause what broke it. */
function sentence(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown;
  if (!(thrown instanceof Error)) return 'something was thrown that is no error';
  const name = thrown.name === 'Error' || thrown.name === 'AssertionError' ? '' : `${thrown.name}: `;
  const cause = thrown.cause instanceof Error ? `\n${thrown.cause.message}` : '';
  return `${name}${thrown.message.trim()}${cause}`;
}

function cut(text: string, chars: number): string {
  return text.length > chars ? `${text.slice(0, chars - 1)}…` : text;
}
