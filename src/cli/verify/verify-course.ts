import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../../contract/problem.ts';
import { turns } from '../../server/checks/turns.ts';
import { loadCourse } from '../../server/courses/load-course.ts';
import { Labs } from '../../server/lab/labs.ts';
import { createPool, type SandboxPool } from '../../server/sandbox/pool.ts';
import { loadRuntime } from '../../server/sandbox/runtime.ts';
import { lintLesson } from '../lint/lint-course.ts';
import { pythonProblems } from './python-problems.ts';
import type { LessonReport, VerifyReport } from './report.ts';
import { type Selection, selectLessons } from './select/select-lessons.ts';
import { workOf } from './select/shard.ts';
import { lessonTypeProblems } from './type-problems.ts';
import { verifyLesson, type Workshop } from './verify-lesson.ts';

/** The workbench's own folder: learner code imports from its node_modules. */
const WORKBENCH = fileURLToPath(new URL('../../../', import.meta.url));
const AT_A_TIME = Math.min(4, Math.max(2, availableParallelism()));

/** A process that serves so many is as quick as at first; none is kept that nobody asked for. */
const SERIES = { size: 0, reuse: { times: 20 } };

export type VerifyOptions = Selection & {
  dir: string;
  /** false leaves out the type check, which takes most of the time of a small course. */
  types?: boolean;
  /** For one variant of a lesson; 20 s unless told. */
  limitMs?: number;
  /** Each run has a process of its own, as a learner's has; slower. So it is with `repeat`, too. */
  fresh?: boolean;
  /** How many times each solution is run: a check that fails now and then is a defect. Once unless told. */
  repeat?: number;
  signal?: AbortSignal;
  onProgress?: (progress: { done: number; of: number; name: string }) => void;
};

/**
 * Proves a course: lint, then every lesson on every track with its starter, solution and mutants, then the types.
 * Throws RW_COURSE_NOT_FOUND, RW_LESSON_UNKNOWN, RW_VERIFY_CHANGED, RW_HOST_RUNTIME; whatever is wrong with a lesson is in the report.
 */
export async function verifyCourse(options: VerifyOptions): Promise<VerifyReport> {
  const started = performance.now();
  const repeat = options.repeat ?? 1;
  const fresh = options.fresh === true || repeat > 1;
  const course = await loadCourse(options.dir);
  const lessons = await selectLessons(course, options);

  const folder = await realpath(await mkdtemp(join(tmpdir(), 'routewright-verify-')));
  const pools = new Map<string, SandboxPool>();
  const labs = new Labs({ home: null });
  const stop = new AbortController();
  try {
    for (const { id, runtime } of course.file.tracks)
      pools.set(id, createPool({ runtime: await loadRuntime(runtime), ...(fresh ? { size: AT_A_TIME } : SERIES) }));
    let done = 0;
    const of = lessons.reduce(
      (sum, lesson) => sum + workOf(lesson) + (lesson.checks.length > 0 ? (repeat - 1) * lesson.tracks.size : 0),
      0,
    );
    const shop: Workshop = {
      course,
      pools,
      labs,
      folder,
      limitMs: options.limitMs ?? 20_000,
      repeat,
      fresh,
      signal: options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal,
      inTurn: turns(AT_A_TIME),
      onVariant: (name) => options.onProgress?.({ done: ++done, of, name }),
    };
    const typesStarted = performance.now();
    let typesMs = 0;
    const types = lessonTypeProblems(course, options.types === false ? [] : lessons, WORKBENCH).finally(() => {
      typesMs = Math.round(performance.now() - typesStarted);
    });
    const [byKey, ...reports] = await Promise.all([
      types,
      ...lessons.flatMap((lesson) => course.file.tracks.map((track) => verifyLesson(shop, lesson, track))),
    ]);
    const python = await pythonProblems(course, lessons);
    const linted = new Map<string, Problem[]>();
    for (const lesson of lessons) linted.set(lesson.id, await lintLesson(course, lesson));
    const complete = reports.map((report): LessonReport => {
      // What lint says is of the lesson, not of a track: it is reported once.
      const isFirst = report.track === course.file.tracks[0]?.id;
      const more = [
        ...((isFirst && linted.get(report.id)) || []),
        ...((isFirst && python.problems.get(report.id)) || []),
        ...(byKey.get(`${report.id}/${report.track}`) ?? []),
      ];
      const problems = [...more, ...report.problems];
      return { ...report, problems, ok: problems.length === 0 };
    });
    const ok = course.problems.length === 0 && complete.every((report) => report.ok);
    const ms = Math.round(performance.now() - started);
    const notes = python.skipped === undefined ? [] : [python.skipped];
    return { course: course.file.id, ok, ms, typesMs, lessons: complete, problems: course.problems, notes };
  } finally {
    // After a fault in one lesson the others still wait for their turn.
    stop.abort();
    await Promise.all([...pools.values()].map((pool) => pool.close()));
    await labs.close();
    await rm(folder, { recursive: true, force: true });
  }
}
