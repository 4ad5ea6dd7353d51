import { join } from 'node:path';
import type { Track } from '../../contract/course.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Course, Lesson, Mutant } from '../../server/courses/course.ts';
import { lessonFiles, type Variant } from '../../server/courses/lesson-files.ts';
import type { Labs } from '../../server/lab/labs.ts';
import type { SandboxPool } from '../../server/sandbox/pool.ts';
import { testsOfLesson } from '../../server/testing/tests-of-lesson.ts';
import {
  flakyProblems,
  mutantProblems,
  solutionProblems,
  starterProblems,
  unprovenChecks,
  unprovenProblems,
} from './judge-lesson.ts';
import type { LessonReport, VariantReport } from './report.ts';
import { runVariant, type VariantOutcome } from './run-variant.ts';

export type Workshop = {
  course: Course;
  /** By track id. */
  pools: Map<string, SandboxPool>;
  labs: Labs;
  /** Variants are written below this folder; the pools may read it. */
  folder: string;
  /** For one variant. */
  limitMs: number;
  /** How many times the solution is run. */
  repeat: number;
  /** Each run has a process of its own. */
  fresh: boolean;
  signal: AbortSignal;
  /** Runs a variant's work when its turn comes. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  onVariant: (name: string) => void;
};

type Run = { variant: Exclude<Variant, { planted: string }>; answers: Record<string, string> };

const nameOf = (variant: Run['variant']): string =>
  typeof variant === 'string' ? variant : `mutant ${variant.mutant}`;

/** Proves one lesson on one track from both sides: the solution passes, the starter and each mutant fail as declared. */
export async function verifyLesson(shop: Workshop, lesson: Lesson, track: Track): Promise<LessonReport> {
  const rightAnswers = Object.fromEntries(
    lesson.quiz.flatMap((question) => {
      const right = question.answers.find((answer) => answer.correct);
      return right ? [[question.id, right.id]] : [];
    }),
  );
  const tests = testsOfLesson(shop.course, lesson, track.id);
  const place = { lesson, track: track.id, limitMs: shop.limitMs };
  const once = async ({ variant, answers }: Run, fresh: boolean, suffix: string): Promise<VariantOutcome> => {
    const pool = shop.pools.get(track.id);
    if (!pool) throw new Error(`no pool for ${track.id}`);
    return await runVariant({
      lesson,
      files: await lessonFiles(shop.course, lesson.id, track.id, variant),
      answers,
      entry: track.entry,
      mustStart: variant === 'starter' && lesson.frontmatter.startsAs === 'runs',
      folder: join(shop.folder, lesson.id, track.id, `${nameOf(variant).replace(' ', '-')}-${suffix}`),
      pool,
      fresh,
      labs: shop.labs,
      tests,
      limitMs: shop.limitMs,
      signal: shop.signal,
    });
  };
  /** What is not as declared may be so because of a program that had the process before: then a process of its own counts. */
  const inTurn = (run: Run, isAsDeclared: (outcome: VariantOutcome) => boolean, nth = 1): Promise<VariantOutcome> =>
    shop.inTurn(async () => {
      const first = await once(run, shop.fresh, String(nth));
      const outcome = shop.fresh || isAsDeclared(first) ? first : await again(run);
      shop.onVariant(`${lesson.id}: ${nameOf(run.variant)}`);
      return outcome;
    });
  const again = async (run: Run): Promise<VariantOutcome> => ({ ...(await once(run, true, 'again')), again: true });

  // Without checks there is nothing to run; lint has said why they could not be read.
  if (lesson.checks.length === 0) return unreadable(lesson, track);
  const sources = lesson.tracks.get(track.id)?.mutants ?? [];
  const runOf = ({ id, file }: Mutant): Run => ({
    variant: { mutant: id },
    answers: { ...rightAnswers, ...file.answers },
  });
  const [starter, solutions, ...mutants] = await Promise.all([
    inTurn({ variant: 'starter', answers: {} }, (outcome) => starterProblems(place, outcome).length === 0),
    Promise.all(
      Array.from({ length: shop.repeat }, (_, index) =>
        inTurn(
          { variant: 'solution', answers: rightAnswers },
          (outcome) => solutionProblems(place, outcome).length === 0,
          index + 1,
        ),
      ),
    ),
    ...sources.map((source) => inTurn(runOf(source), (outcome) => mutantProblems(place, source, outcome).length === 0)),
  ]);
  const unproven = unprovenChecks(lesson, mutants);
  if (unproven.length > 0 && !shop.fresh) {
    await Promise.all(
      sources.map(async (source, index) => {
        if (mutants[index]?.again || !source.file.fails.some((id) => unproven.includes(id))) return;
        mutants[index] = await shop.inTurn(() => again(runOf(source)));
      }),
    );
  }
  const ofStarter = starterProblems(place, starter);
  const solution = solutions.find((one) => solutionProblems(place, one).length > 0) ?? solutions[0] ?? noOutcome();
  const flaky = flakyProblems(place, solutions);
  const ofSolution = flaky.length > 0 ? flaky : solutionProblems(place, solution);
  const ofMutants = sources
    .map((source, index) => ({ source, outcome: mutants[index] ?? noOutcome() }))
    .map((pair) => ({
      ...pair,
      problems: mutantProblems(place, pair.source, pair.outcome),
    }));
  const problems: Problem[] = [
    ...ofStarter,
    ...ofSolution,
    ...ofMutants.flatMap((mutant) => mutant.problems),
    ...(await unprovenProblems(shop.course, place, mutants)),
  ];
  return {
    id: lesson.id,
    stage: lesson.stage.id,
    track: track.id,
    ok: problems.length === 0,
    starter: reportOf(starter, ofStarter),
    solution: reportOf(solution, ofSolution),
    mutants: ofMutants.map(({ source, outcome, problems: own }) => ({
      id: source.id,
      expected: source.file.fails,
      ...reportOf(outcome, own),
    })),
    problems,
  };
}

function reportOf(outcome: VariantOutcome, problems: Problem[]): VariantReport {
  const bad = outcome.verdicts.filter((verdict) => verdict.status !== 'passed');
  return {
    ok: problems.length === 0,
    failed: bad.map((verdict) => verdict.checkId),
    reasons: Object.fromEntries(bad.map((verdict) => [verdict.checkId, `${verdict.status}: ${verdict.reason}`])),
    ...(outcome.startFailure ? { startFailure: outcome.startFailure.message } : {}),
    ms: outcome.ms,
    ...(outcome.again ? { again: true } : {}),
  };
}

function unreadable(lesson: Lesson, track: Track): LessonReport {
  const nothing: VariantReport = { ok: false, failed: [], reasons: {}, ms: 0 };
  return {
    id: lesson.id,
    stage: lesson.stage.id,
    track: track.id,
    ok: false,
    starter: nothing,
    solution: nothing,
    mutants: [],
    problems: [],
  };
}

const noOutcome = (): VariantOutcome => ({ verdicts: [], startFailure: null, timedOut: true, ms: 0 });
