import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadCourse } from '../../server/courses/load-course.ts';

const LESSONS = fileURLToPath(new URL('../../../lessons', import.meta.url));
const course = await loadCourse(LESSONS);

type Row = { stage: string; clause: string; lesson: string; checks: string[]; line: number };

/** Rows of the tables of COVERAGE.md: under the heading of a stage, what is taught, in which lesson, proven by which checks. */
function rowsOf(text: string): Row[] {
  let stage = '';
  let clause = '';
  return text.split('\n').flatMap((line, at) => {
    stage = /^## (\S+)/.exec(line)?.[1]?.toLowerCase() ?? stage;
    const cells = /^\|(.+)\|$/
      .exec(line)?.[1]
      ?.split('|')
      .map((cell) => cell.trim());
    if (!cells || cells[0] === 'Clause' || /^-+$/.test(cells[0] ?? '')) return [];
    // An empty first cell goes on with the clause above.
    clause = cells[0] || clause;
    const names = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
    const checks = cells.length === 3 ? names(cells[2]) : [];
    return [{ stage, clause, lesson: names(cells[1])[0] ?? '', checks, line: at + 1 }];
  });
}

const rows = rowsOf(await readFile(`${LESSONS}/COVERAGE.md`, 'utf8'));

test('every lesson that the table names is in the course, in the stage that it stands under', () => {
  const wrong = rows.filter(({ lesson, stage }) => course.lessons.get(lesson)?.stage.id !== stage);
  expect(wrong.map(({ lesson, line }) => `${line}: ${lesson}`)).toEqual([]);
});

test('every check that the table names is a check of its lesson, and each row names one', () => {
  const wrong = rows.flatMap(({ lesson, checks, line }) => {
    const known = course.lessons.get(lesson)?.checks.map(({ id }) => id) ?? [];
    const bad = checks.filter((id) => !known.includes(id));
    return checks.length === 0 ? [`${line}: no check`] : bad.map((id) => `${line}: ${lesson} ${id}`);
  });
  expect(wrong).toEqual([]);
});

test('every lesson of the course is named', () => {
  const named = new Set(rows.map(({ lesson }) => lesson));
  expect([...course.lessons.keys()].filter((id) => !named.has(id))).toEqual([]);
});

test('every lesson says at its end what the learner can do now', () => {
  const without = [...course.lessons.values()].filter(({ blocks }) => {
    const last = blocks.at(-1);
    return last?.type !== 'prose' || !last.markdown.includes('## What you can do now');
  });
  expect(without.map(({ id }) => id)).toEqual([]);
});

const lessonsOf = (stage: string) => [...course.lessons.values()].filter((lesson) => lesson.stage.id === stage);

test('every lesson about validation has a note on its Python counterpart', () => {
  const without = lessonsOf('validation').filter(
    ({ blocks }) => !blocks.some(({ markdown }) => markdown.includes('> **In Python.**')),
  );
  expect(without.map(({ id }) => id)).toEqual([]);
});

test('every lesson about security has an attack', () => {
  const without = lessonsOf('security').filter(({ checks }) => !checks.some(({ kind }) => kind === 'attack'));
  expect(without.map(({ id }) => id)).toEqual([]);
});
