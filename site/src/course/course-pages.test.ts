import { beforeAll, describe, expect, test } from 'vitest';
import type { Course } from '../../../src/server/courses/course.ts';
import { shownCourse } from './course.ts';
import { termsByLetter } from './glossary.ts';
import { type LessonPage, lessonPage } from './lesson-page.ts';
import { lessonOutline } from './outline.ts';
import { stageViews } from './stages.ts';

let course: Course;
let pages: Map<string, LessonPage>;
beforeAll(async () => {
  course = await shownCourse();
  pages = new Map([...course.lessons.keys()].map((id) => [id, lessonPage(course, id)]));
});
const outlineOf = (page: LessonPage) => lessonOutline(page, { term: () => undefined, image: () => null });

describe('each lesson of the bundled course', () => {
  test('shows every check once, with its hints', () => {
    for (const [id, page] of pages) {
      const { sections, loose } = outlineOf(page);
      const shown = [...sections.flatMap((section) => (section.type === 'task' ? section.checks : [])), ...loose];
      const lesson = course.lessons.get(id);
      expect(shown.map((check) => check.id).sort(), id).toEqual(lesson?.checks.map((check) => check.id).sort());
      for (const check of shown) expect(check.hints, `${id}/${check.id}`).toEqual(lesson?.hints[check.id] ?? []);
    }
  });

  test('shows what each mistake changes or answers, and what catches it', () => {
    for (const [id, { tracks }] of pages)
      for (const mistake of tracks.flatMap(({ mistakes, planted }) => [...mistakes, ...planted])) {
        const { changes, gone, answers, caughtBy } = mistake;
        expect(changes.length + gone.length + answers.length, `${id}/${mistake.id}`).toBeGreaterThan(0);
        expect(caughtBy.length, `${id}/${mistake.id}`).toBeGreaterThan(0);
      }
  });

  test('has its headings in order and each id once', () => {
    for (const [id, page] of pages) {
      const { headings } = outlineOf(page);
      const slugs = headings.map(({ slug }) => slug);
      expect(new Set(slugs).size, id).toBe(slugs.length);
      headings.forEach(({ depth }, at) => {
        expect(depth, id).toBeLessThanOrEqual((headings[at - 1]?.depth ?? 1) + 1);
      });
    }
  });

  test('leads to the one before and the one after, across stages', () => {
    const order = [...pages];
    order.forEach(([, { previous, next }], at) => {
      expect(previous?.id).toBe(order[at - 1]?.[0]);
      expect(next?.id).toBe(order[at + 1]?.[0]);
    });
  });

  test('has a solution that is not its starter', () => {
    for (const [id, { tracks }] of pages)
      for (const { solution } of tracks) expect(solution.length, id).toBeGreaterThan(0);
  });
});

test('a file that a lesson leaves alone names the lesson where it comes from', () => {
  const others = pages.get('create-a-book')?.tracks[0]?.others ?? [];
  expect(others).toContainEqual({ path: 'package.json', lesson: null });
  expect(others).toContainEqual({
    path: 'plan.yaml',
    lesson: { id: 'plan-to-openapi', title: pages.get('plan-to-openapi')?.title },
  });
});

test('the stages hold every lesson once', () => {
  const ids = stageViews(course).flatMap(({ lessons }) => lessons.map(({ id }) => id));
  expect(ids).toEqual([...pages.keys()]);
});

test('the glossary holds every term once, in alphabetical order, with the lessons that link to it', () => {
  const terms = termsByLetter(course).flatMap((group) => group.terms);
  expect(terms.map(({ id }) => id).sort()).toEqual(Object.keys(course.glossary).sort());
  expect(terms.map(({ term }) => term)).toEqual(terms.map(({ term }) => term).sort((a, b) => a.localeCompare(b, 'en')));
  const usedIn = terms.find(({ id }) => id === 'mass-assignment')?.usedIn.map(({ id }) => id);
  expect(usedIn).toContain('create-a-book');
});
