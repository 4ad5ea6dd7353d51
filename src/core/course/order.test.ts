import { expect, test } from 'vitest';
import { CourseFile } from '../../contract/course.ts';
import { lessonOrder, neighbours, stageOf } from './order.ts';

const stage = (id: string, lessons: string[]) => ({ id, title: id, summary: id, lessons });
const course = CourseFile.parse({
  schemaVersion: 1,
  id: 'c',
  title: 'C',
  summary: 'c',
  tracks: [{ id: 'fastify', title: 'Fastify', runtime: 'node' }],
  stages: [stage('plan', ['a', 'b']), stage('empty', []), stage('endpoints', ['c'])],
});

test('the order crosses stages', () => {
  expect(lessonOrder(course)).toEqual(['a', 'b', 'c']);
  expect(neighbours(course, 'a')).toEqual({ previous: null, next: 'b' });
  expect(neighbours(course, 'b')).toEqual({ previous: 'a', next: 'c' });
  expect(neighbours(course, 'c')).toEqual({ previous: 'b', next: null });
});

test('a lesson knows its place in its stage; an unknown one has none', () => {
  expect(stageOf(course, 'b')).toMatchObject({ stage: { id: 'plan' }, position: 2, of: 2 });
  expect(stageOf(course, 'x')).toBeNull();
  expect(neighbours(course, 'x')).toEqual({ previous: null, next: null });
});
