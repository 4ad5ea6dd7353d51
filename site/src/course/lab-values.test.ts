import { expect, test } from 'vitest';
import type { Course } from '../../../src/server/courses/course.ts';
import { shownCourse } from './course.ts';
import { lessonPage } from './lesson-page.ts';

const course: Course = await shownCourse();
const checks = (id: string) => lessonPage(course, id).checks;

test('a check names each variable of the lab that it uses, once, and says what it is', () => {
  const values = checks('cors').flatMap((check) => check.values);
  expect(values).toContainEqual({
    name: 'FRONTEND_ORIGIN',
    means: 'The origin of a page that may call the API.',
  });
  for (const { values: own } of checks('cors')) expect(new Set(own.map(({ name }) => name)).size).toBe(own.length);
  const secret = checks('roles').flatMap((check) => check.values);
  expect(secret).toContainEqual({ name: 'ADMIN_SECRET', means: 'A long random value that the lab makes.' });
});

test('a check that uses none has none', () => {
  expect(checks('first-route').flatMap(({ values }) => values)).toEqual([]);
});

test('checks of plans and files say what must be so, each thing on its own', () => {
  for (const lesson of course.lessons.values())
    for (const check of lessonPage(course, lesson.id).checks) {
      if (check.kind !== 'Plan' && check.kind !== 'File') continue;
      expect(check.steps.length, `${lesson.id}/${check.id}`).toBeGreaterThan(0);
      expect(check.steps.map(({ does }) => does).join('\n')).not.toContain('undefined');
    }
});
