import type { SourceCheck } from '../../contract/check.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import { matchesPath } from '../../core/check/path-glob.ts';
import { errorOutcome, judged, type Outcome } from './outcome.ts';
import type { SourceFound } from './source/query-source.ts';
import { readQuery } from './source/read-query.ts';
import { judgeInThread } from './thread/judge-in-thread.ts';

/**
 * Counts what a selector finds in the files of the workspace. `error` when a file cannot be parsed, for a selector that
 * must not be used, or when it takes too long or is aborted.
 */
export async function judgeSourceCheck(
  check: SourceCheck,
  workspace: readonly WorkspaceFile[],
  signal: AbortSignal,
): Promise<Outcome> {
  const query = readQuery(check.query);
  if ('problem' in query) return errorOutcome(new RoutewrightError('RW_COURSE_QUERY', { detail: query.problem }));
  const files = workspace.filter(({ path }) => matchesPath(check.files, path));
  try {
    return outcomeOf(check, await judgeInThread({ kind: 'source', files, query: check.query }, signal));
  } catch (error) {
    if (error instanceof RoutewrightError) return errorOutcome(error);
    throw error;
  }
}

function outcomeOf(check: SourceCheck, { places, unreadable }: SourceFound): Outcome {
  if (unreadable) {
    const { file, line, message } = unreadable;
    const detail = `${file}${line === undefined ? '' : `:${line}`}: ${message}`;
    return errorOutcome(new RoutewrightError('RW_CODE_SYNTAX', { detail }));
  }
  const { atLeast, atMost } = check;
  if (places.length < atLeast) {
    const expected = `at least ${atLeast} ${atLeast === 1 ? 'place' : 'places'}`;
    return judged([{ at: check.files, expected, actual: places.length === 0 ? 'none' : `${places.length}` }]);
  }
  if (atMost === undefined || places.length <= atMost) return judged([]);
  const expected = atMost === 0 ? 'nothing of the kind' : `at most ${atMost}, here are ${places.length}`;
  return judged(places.map(({ file, line, code }) => ({ at: `${file}:${line}`, expected, actual: code })));
}
