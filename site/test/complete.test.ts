import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { readSiteOptions, SITE_HELP } from '../../scripts/setup/site-options.mjs';
import { START_HELP } from '../../scripts/setup/start-options.mjs';
import { STEPS } from '../../scripts/setup/test-steps.mjs';
import { lessonProgram } from '../../src/cli/program.ts';
import { ERRORS, RETIRED_CODES } from '../../src/contract/errors.ts';
import { LIMITS } from '../../src/contract/limits.ts';
import { COURSE_FILES } from '../../src/core/course/course-files.ts';
import type { Course } from '../../src/server/courses/course.ts';
import { loadCourse } from '../../src/server/courses/load-course.ts';
import { type BuiltPage, idsOf, pages } from './host/pages.ts';
import { fieldPaths } from './host/schema-fields.ts';
import { textOf } from './host/text.ts';

const byUrl = new Map(pages().map((page) => [page.url, page]));

function pageAt(path: string): BuiltPage {
  const page = byUrl.get(inject('base') + path);
  if (!page) throw new Error(`There is no page ${path}`);
  return page;
}

describe('every lesson', () => {
  let course: Course;
  beforeAll(async () => {
    course = await loadCourse(fileURLToPath(new URL('../../lessons', import.meta.url)));
  });

  it('has its page with its tasks, checks, mistakes and questions', () => {
    expect(course.lessons.size).toBeGreaterThan(50);
    for (const lesson of course.lessons.values()) {
      const page = pageAt(`course/${lesson.id}/`);
      const ids = idsOf(page);
      const text = textOf(page.tree);
      expect(text).toContain(lesson.frontmatter.title);
      expect(text).toContain(`npm start -- --lesson ${lesson.id}`);
      const wanted = [
        ...lesson.blocks.flatMap((block) => (block.type === 'task' ? [block.id] : [])),
        ...lesson.checks.map(({ id }) => `check-${id}`),
        ...lesson.quiz.map(({ id }) => `question-${id}`),
      ];
      expect(
        wanted.filter((id) => !ids.has(id)),
        lesson.id,
      ).toEqual([]);
      for (const { mutants, planted } of lesson.tracks.values())
        for (const { id } of [...mutants, ...planted])
          expect(
            [...ids].some((one) => one.endsWith(`-${id}`)),
            `${lesson.id}: ${id}`,
          ).toBe(true);
    }
  });

  it('links to the next one, and the last to none', () => {
    const order = [...course.lessons.keys()];
    for (const [index, id] of order.entries()) {
      const next = order[index + 1];
      const { html } = pageAt(`course/${id}/`);
      if (next !== undefined) expect(html, id).toContain(`href="${inject('base')}course/${next}/"`);
    }
  });

  it('names terms that the glossary has', () => {
    const ids = idsOf(pageAt('course/glossary/'));
    expect(Object.keys(course.glossary).filter((term) => !ids.has(term))).toEqual([]);
  });
});

describe('every code of the table of errors', () => {
  it('has its page, and every page its code', () => {
    const codes = Object.keys(ERRORS).map((code) => `errors/${code.toLowerCase()}/`);
    const own = [...byUrl.keys()]
      .map((url) => url.slice(inject('base').length))
      .filter((url) => /^errors\/./.test(url));
    expect(own.sort()).toEqual(codes.sort());
    expect(RETIRED_CODES.filter((code) => codes.includes(`errors/${code.toLowerCase()}/`))).toEqual([]);
  });

  it('says there what is wrong and what to do', () => {
    for (const [code, { action }] of Object.entries(ERRORS)) {
      const text = textOf(pageAt(`errors/${code.toLowerCase()}/`).tree);
      expect(text).toContain(code);
      expect(text, code).toContain(action.replaceAll('`', '').split('{')[0]?.trim());
    }
  });
});

describe('every field of a file of a course', () => {
  it.each(COURSE_FILES.map((kind) => [kind.id, kind] as const))('has its place: %s', (id, kind) => {
    const ids = idsOf(pageAt(`instructors/files/${id}/`));
    const fields = fieldPaths(z.toJSONSchema(kind.schema, { io: 'input' }));
    expect(fields.length).toBeGreaterThan(1);
    expect(fields.filter((anchor) => !ids.has(anchor))).toEqual([]);
  });
});

describe('every command', () => {
  const ids = () => idsOf(pageAt('reference/commands/'));
  const options = (help: string) => [...help.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, name]) => name ?? '');

  it('of the instructor has its place, with each option', () => {
    for (const command of lessonProgram().commands) {
      const anchor = `lesson-${command.name()}`;
      expect([...ids()]).toContain(anchor);
      for (const { long } of command.options) expect([...ids()]).toContain(`${anchor}${long}`);
    }
  });

  it.each([
    ['start', START_HELP],
    ['site', SITE_HELP],
  ])('npm run %s has each option there', (name, help) => {
    expect(options(help).length).toBeGreaterThan(4);
    expect(options(help).filter((option) => !ids().has(`${name}${option}`))).toEqual([]);
  });

  it('reads the options that it names', () => {
    const known = options(SITE_HELP).filter((option) => !['--watch', '--help'].includes(option));
    for (const option of known) expect(() => readSiteOptions([option, '1'], '/')).not.toThrow(/nknown option/);
  });

  it('tells the steps of npm test', () => {
    const text = textOf(pageAt('reference/commands/').tree);
    for (const { name } of STEPS) expect(text).toContain(name);
  });
});

it('every limit has its place', () => {
  const ids = idsOf(pageAt('reference/limits/'));
  expect(Object.keys(LIMITS).filter((name) => !ids.has(name))).toEqual([]);
});
