import { beforeAll, expect, test } from 'vitest';
import type { Course } from '../../../src/server/courses/course.ts';
import { shownCourse } from './course.ts';
import { touchedLessons } from './touched-lessons.ts';

let course: Course;
beforeAll(async () => {
  course = await shownCourse();
});

test('a text touches its own lesson', () => {
  expect(touchedLessons(course, ['endpoints/create-a-book/lesson.md'])).toEqual(new Set(['create-a-book']));
});

test('a solution touches the lessons that stand on it, and none before it', () => {
  const touched = touchedLessons(course, ['endpoints/create-a-book/fastify/solution/src/app.ts']);
  expect(touched).toContain('create-a-book');
  expect(touched).toContain('your-own-repository');
  expect(touched).not.toContain('one-item-and-404');
});

test('what belongs to no lesson may touch all of them', () => {
  for (const file of [
    'course.yaml',
    'glossary.yaml',
    'templates/fastify-base/package.json',
    'plan/create-a-book/lesson.md',
  ])
    expect(touchedLessons(course, [file])).toBe('all');
});
