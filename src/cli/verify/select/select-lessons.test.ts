import { execFileSync } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { copyCourse } from '../../../server/courses/course-copy.ts';
import { loadCourse } from '../../../server/courses/load-course.ts';
import { selectLessons } from './select-lessons.ts';
import { readShard } from './shard.ts';

async function repository(): Promise<{ dir: string; change: (file: string) => Promise<void> }> {
  const { dir, remove } = await copyCourse([]);
  onTestFinished(remove);
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: dir });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  return { dir, change: (file) => appendFile(join(dir, file), '\n') };
}

const changedSince = async (dir: string, changed: string): Promise<string[]> =>
  (await selectLessons(await loadCourse(dir), { changed })).map(({ id }) => id);

test('a changed lesson is meant, with those that stand on it', async () => {
  const { dir, change } = await repository();
  expect(await changedSince(dir, 'HEAD')).toEqual([]);
  await change('build/list-books/hints.yaml');
  expect(await changedSince(dir, 'HEAD')).toEqual(['list-books', 'create-book']);
});

test('a new file counts, and course.yaml concerns every lesson', async () => {
  const { dir, change } = await repository();
  await change('build/create-book/notes.txt');
  expect(await changedSince(dir, 'HEAD')).toEqual(['create-book']);
  await change('course.yaml');
  expect(await changedSince(dir, 'HEAD')).toHaveLength(3);
});

test('a revision that Git does not know is named', async () => {
  const { dir } = await repository();
  await expect(changedSince(dir, 'nowhere')).rejects.toMatchObject({ code: 'RW_VERIFY_CHANGED' });
});

test('the parts of a course hold each lesson once', async () => {
  const { dir } = await repository();
  const course = await loadCourse(dir);
  const parts = await Promise.all([1, 2].map((part) => selectLessons(course, { shard: { part, of: 2 } })));
  expect(parts.every((part) => part.length > 0)).toBe(true);
  expect(
    parts
      .flat()
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([...course.lessons.keys()].toSorted());
});

test.each(['0/2', '3/2', '1', 'a/b', '-1/2'])('%s is no part', (text) => {
  expect(() => readShard(text)).toThrow('part/of');
});
