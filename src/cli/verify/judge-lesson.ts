import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ErrorCode, errorMessage } from '../../contract/errors.ts';
import type { Verdict } from '../../contract/evidence.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Course, Lesson, Mutant } from '../../server/courses/course.ts';
import { problemAt, yamlSource } from '../../server/courses/source.ts';
import type { VariantOutcome } from './run-variant.ts';

export type Place = { lesson: Lesson; track: string; limitMs: number };

/** The starter starts (unless `startsAs` says otherwise) and leaves at least one required check to do. */
export function starterProblems(place: Place, outcome: VariantOutcome): Problem[] {
  const { lesson } = place;
  if (outcome.timedOut) return [tooSlow(place, 'starter')];
  const problems: Problem[] = [];
  if (outcome.startFailure && lesson.frontmatter.startsAs === 'runs')
    problems.push(problem(place, 'starter', 'RW_VERIFY_STARTER_BROKEN', { detail: failureText(outcome.startFailure) }));
  const required = lesson.checks.filter((check) => check.severity === 'required').map((check) => check.id);
  const failed = notPassed(outcome.verdicts);
  if (!required.some((id) => failed.includes(id)))
    problems.push(problem(place, 'starter', 'RW_VERIFY_STARTER_PASSES', {}));
  return problems;
}

/** The solution passes every check, advice too. */
export function solutionProblems(place: Place, outcome: VariantOutcome): Problem[] {
  if (outcome.timedOut) return [tooSlow(place, 'solution')];
  const bad = outcome.verdicts.filter((verdict) => verdict.status !== 'passed');
  if (bad.length === 0) return [];
  const reasons = bad.map((verdict) => `${verdict.checkId}: ${verdict.reason}`);
  const detail = outcome.startFailure ? `it does not start: ${failureText(outcome.startFailure)}` : reasons.join('; ');
  return [problem(place, 'solution', 'RW_VERIFY_SOLUTION_FAILS', { detail })];
}

/** A solution that passes only now and then. `runs` are of the same files, with the same answers. */
export function flakyProblems(place: Place, runs: readonly VariantOutcome[]): Problem[] {
  const bad = runs.filter((run) => run.timedOut || notPassed(run.verdicts).length > 0);
  if (bad.length === 0 || bad.length === runs.length) return [];
  const detail = [...new Set(bad.flatMap((run) => (run.timedOut ? ['by taking too long'] : notPassed(run.verdicts))))];
  const values = { passed: runs.length - bad.length, runs: runs.length, detail: detail.join(', ') };
  return [problem(place, 'solution', 'RW_VERIFY_FLAKY', values)];
}

/** A mutant fails exactly the checks that it names. A check that is blocked by another counts as failed. */
export function mutantProblems(place: Place, mutant: Mutant, outcome: VariantOutcome): Problem[] {
  const folder = `mutants/${mutant.id}`;
  if (outcome.timedOut) return [tooSlow(place, folder)];
  const failed = notPassed(outcome.verdicts);
  const same = failed.length === mutant.file.fails.length && failed.every((id) => mutant.file.fails.includes(id));
  if (same) return [];
  const reasons = outcome.verdicts
    .filter((verdict) => verdict.status !== 'passed' && !mutant.file.fails.includes(verdict.checkId))
    .map((verdict) => `${verdict.checkId}: ${verdict.reason}`);
  const failure = outcome.startFailure ? [`it does not start: ${failureText(outcome.startFailure)}`] : reasons;
  const names = failed.join(', ') || 'none';
  const values = {
    mutant: mutant.id,
    expected: mutant.file.fails.join(', '),
    actual: failure.length > 0 ? `${names} (${failure.join('; ')})` : names,
  };
  return [problem(place, `${folder}/mutant.yaml`, 'RW_VERIFY_MUTANT_WRONG', values)];
}

/**
 * Checks that no mutant kills: none fails or errs on them. Being blocked proves nothing, and neither does a mutant that
 * does not start: every check of an API fails on that.
 */
export function unprovenChecks(lesson: Lesson, mutants: readonly VariantOutcome[]): string[] {
  const killed = new Set(
    mutants.flatMap(({ verdicts, startFailure }) =>
      verdicts.flatMap(({ checkId, status }) =>
        status === 'failed' || (status === 'error' && !startFailure) ? [checkId] : [],
      ),
    ),
  );
  return lesson.checks.map((check) => check.id).filter((id) => !killed.has(id));
}

/** Each check is killed by some mutant. */
export async function unprovenProblems(course: Course, place: Place, mutants: VariantOutcome[]): Promise<Problem[]> {
  const unproven = unprovenChecks(place.lesson, mutants);
  if (unproven.length === 0) return [];
  const ids = place.lesson.checks.map((check) => check.id);
  const file = `${place.lesson.dir}/checks.yaml`;
  const source = yamlSource(file, await readFile(join(course.dir, file), 'utf8'));
  return unproven.map((id) =>
    problemAt(source, ['checks', ids.indexOf(id), 'id'], 'RW_VERIFY_CHECK_UNPROVEN', {
      values: { lesson: place.lesson.id, check: id },
    }),
  );
}

function notPassed(verdicts: Verdict[]): string[] {
  return verdicts.flatMap(({ checkId, status }) => (status === 'passed' ? [] : [checkId]));
}

function tooSlow(place: Place, variant: string): Problem {
  return problem(place, variant, 'RW_VERIFY_TIME', {
    variant: variant.replace('mutants/', 'mutant '),
    ms: place.limitMs,
  });
}

function problem(place: Place, at: string, code: ErrorCode, values: Record<string, string | number>): Problem {
  const message = errorMessage(code, { lesson: place.lesson.id, ...values });
  return { code, message, file: `${place.lesson.dir}/${place.track}/${at}` };
}

function failureText(failure: { message: string; file?: string; line?: number }): string {
  return failure.file
    ? `${failure.message} (${failure.file}${failure.line ? `:${failure.line}` : ''})`
    : failure.message;
}
