import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { copyCourse } from '../../server/courses/course-copy.ts';
import { loadCourse } from '../../server/courses/load-course.ts';
import { lintCourse } from '../lint/lint-course.ts';
import { verifyCourse } from '../verify/verify-course.ts';
import { newLesson } from './new-lesson.ts';

// Starts real processes.
vi.setConfig({ testTimeout: 60_000 });

async function copy(): Promise<string> {
  const { dir, remove } = await copyCourse([]);
  onTestFinished(remove);
  return dir;
}

test('a new lesson passes lint, and verify fails it since its solution is still to be written', async () => {
  const dir = await copy();
  await newLesson(await loadCourse(dir), { id: 'lend-a-book' });
  expect(await lintCourse(await loadCourse(dir))).toEqual([]);
  const report = await verifyCourse({ dir, lesson: 'lend-a-book', types: false });
  expect(report.lessons.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([
    'RW_VERIFY_SOLUTION_FAILS',
  ]);
});

test('it stands at the end of its stage, and the other lines of course.yaml stay as they are', async () => {
  const dir = await copy();
  const before = await readFile(join(dir, 'course.yaml'), 'utf8');
  await newLesson(await loadCourse(dir), { id: 'lend-a-book', stage: 'plan' });
  const after = await readFile(join(dir, 'course.yaml'), 'utf8');
  expect(after).not.toBe(before);
  const changed = after.split('\n').filter((line) => !before.split('\n').includes(line));
  expect(changed).toHaveLength(1);
  expect(changed[0]).toContain('lend-a-book');
  expect((await loadCourse(dir)).file.stages[0]?.lessons.at(-1)).toBe('lend-a-book');
});

test.each([
  ['an id that is there', { id: 'list-books' }, 'RW_NEW_EXISTS'],
  ['an id that is none', { id: 'List Books' }, 'RW_NEW_ID'],
  ['a stage that is not there', { id: 'lend-a-book', stage: 'nowhere' }, 'RW_NEW_STAGE'],
])('%s is refused, and nothing is written', async (_name, options, code) => {
  const dir = await copy();
  const before = await readFile(join(dir, 'course.yaml'), 'utf8');
  await expect(newLesson(await loadCourse(dir), options)).rejects.toMatchObject({ code });
  expect(await readFile(join(dir, 'course.yaml'), 'utf8')).toBe(before);
});
