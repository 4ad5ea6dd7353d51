import type { Check } from '../../contract/check.ts';
import type { Problem } from '../../contract/problem.ts';
import { type CheckMistake, checkMistakes, fileCheckMistakes } from '../../core/check/check-mistakes.ts';
import { readQuery } from '../checks/source/read-query.ts';
import type { Lesson } from './course.ts';
import { checkPlanted } from './planted-references.ts';
import { checkQuiz } from './quiz-references.ts';
import { duplicates, type LessonSources, unknown } from './reference-problems.ts';
import { problemAt, type Source } from './source.ts';

/** What the files of one lesson say of each other: each name that is used exists, each that exists is used, none twice. */
export function checkReferences(lesson: Lesson, sources: LessonSources): Problem[] {
  const { lesson: text, checks, hints } = sources;
  return [
    ...(text ? checkOwnId(lesson, text) : []),
    ...(checks ? checkIds(lesson, checks) : []),
    ...(checks ? checkNeeds(lesson.checks, checks) : []),
    ...(checks ? checkSteps(lesson, checks) : []),
    ...(checks ? checkQueries(lesson.checks, checks) : []),
    ...(checks && text ? checkTasks(lesson, text, checks) : []),
    ...(checks && hints ? checkHints(lesson, checks, hints) : []),
    ...checkQuiz(lesson, sources),
    ...(checks ? checkMutants(lesson, sources) : []),
    ...checkPlanted(lesson, sources),
  ];
}

function checkOwnId(lesson: Lesson, source: Source): Problem[] {
  if (lesson.frontmatter.id === lesson.id) return [];
  const detail = `The id is "${lesson.frontmatter.id}", but the folder is named "${lesson.id}".`;
  return [problemAt(source, ['id'], 'RW_COURSE_ID', { detail, expected: lesson.id })];
}

function checkIds(lesson: Lesson, checks: Source): Problem[] {
  return duplicates(
    checks,
    'check',
    lesson.checks.map((check, index) => ({ id: check.id, path: ['checks', index, 'id'] })),
  );
}

function checkNeeds(checks: Check[], source: Source): Problem[] {
  const byId = new Map(checks.map((check) => [check.id, check]));
  return checks.flatMap((check, index) => {
    if (check.needs === undefined) return [];
    const path = ['checks', index, 'needs'];
    if (!byId.has(check.needs)) return [unknown(source, path, 'check', check.needs, [...byId.keys()])];
    const way = [check.id];
    for (let next = byId.get(check.needs); next; next = byId.get(next.needs ?? '')) {
      if (next.id === check.id) {
        // Each check of a circle finds it; the first one reports it.
        if (checks.slice(0, index).some((earlier) => way.includes(earlier.id))) return [];
        const detail = `Checks need each other in a circle: ${[...way, check.id].join(' → ')}.`;
        return [problemAt(source, path, 'RW_COURSE_NEEDS', { detail })];
      }
      if (way.includes(next.id)) break;
      way.push(next.id);
    }
    return [];
  });
}

/** Matchers, names, parts of the lab and JSON Schemas that do not exist or cannot be used. */
function checkSteps(lesson: Lesson, source: Source): Problem[] {
  return lesson.checks.flatMap((check, index) =>
    mistakesOf(check, lesson).map(({ path, ...more }) =>
      problemAt(source, ['checks', index, ...path], 'RW_COURSE_SCHEMA', more),
    ),
  );
}

function mistakesOf(check: Check, { frontmatter }: Lesson): CheckMistake[] {
  if (check.kind === 'http' || check.kind === 'attack') return checkMistakes(check, frontmatter.lab);
  return check.kind === 'file' ? fileCheckMistakes(check) : [];
}

/** Selectors of source checks that cannot be used. */
function checkQueries(checks: Check[], source: Source): Problem[] {
  return checks.flatMap((check, index) => {
    const query = check.kind === 'source' ? readQuery(check.query) : null;
    if (!query || !('problem' in query)) return [];
    return [problemAt(source, ['checks', index, 'query'], 'RW_COURSE_QUERY', { detail: query.problem })];
  });
}

function checkTasks(lesson: Lesson, text: Source, checks: Source): Problem[] {
  const tasks = lesson.blocks.flatMap((block) => (block.type === 'task' ? [block.id] : []));
  const referenced = new Set(lesson.checks.map((check) => check.task));
  const lines = text.text.split('\n');
  const lineOf = (task: string): number =>
    1 +
    Math.max(
      0,
      lines.findIndex((line) => line.includes(`{#${task}}`)),
    );
  return [
    ...lesson.checks.flatMap((check, index) =>
      check.task !== undefined && !tasks.includes(check.task)
        ? [unknown(checks, ['checks', index, 'task'], 'task', check.task, tasks)]
        : [],
    ),
    ...tasks
      .filter((task) => !referenced.has(task))
      .map((task): Problem => {
        const { path: _, ...problem } = problemAt(text, [], 'RW_COURSE_UNUSED', {
          detail: `No check ticks the task "${task}".`,
        });
        return { ...problem, line: lineOf(task), column: 1 };
      }),
  ];
}

function checkHints(lesson: Lesson, checks: Source, hints: Source): Problem[] {
  const ids = lesson.checks.map((check) => check.id);
  return [
    ...Object.keys(lesson.hints)
      .filter((id) => !ids.includes(id))
      .map((id) => unknown(hints, ['hints', id], 'check', id, ids)),
    ...lesson.checks.flatMap((check, index) =>
      check.severity === 'required' && !Object.hasOwn(lesson.hints, check.id)
        ? [
            problemAt(checks, ['checks', index, 'id'], 'RW_COURSE_HINT', {
              detail: `The check "${check.id}" has no hints in hints.yaml.`,
              expected: 'two or three levels',
            }),
          ]
        : [],
    ),
  ];
}

function checkMutants(lesson: Lesson, sources: LessonSources): Problem[] {
  const ids = lesson.checks.map((check) => check.id);
  return [...lesson.tracks].flatMap(([track, { mutants }]) =>
    mutants.flatMap((mutant) => {
      const source = sources.mutants.get(`${track}/${mutant.id}`);
      if (!source) return [];
      return [
        ...mutant.file.fails.flatMap((id, index) =>
          ids.includes(id) ? [] : [unknown(source, ['fails', index], 'check', id, ids)],
        ),
        ...(mutant.delta.files.length + mutant.delta.removed.length === 0 && !mutant.file.answers
          ? [problemAt(source, [], 'RW_COURSE_UNUSED', { detail: `The mutant "${mutant.id}" changes nothing.` })]
          : []),
      ];
    }),
  );
}
