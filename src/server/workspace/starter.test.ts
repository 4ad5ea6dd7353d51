import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Course } from '../courses/course.ts';
import { loadCourse } from '../courses/load-course.ts';
import { openDatabase } from '../progress/database.ts';
import { Progress } from '../progress/progress.ts';
import { GOOD_COURSE, removeFolder, temporaryFolder } from '../workbench-for-tests.ts';
import { starterFiles } from './starter.ts';

const MINE = 'title: Mine\nresources: []\n';
let folder: string;
let course: Course;
let progress: Progress;
beforeEach(async () => {
  folder = await temporaryFolder();
  course = await loadCourse(GOOD_COURSE);
  progress = new Progress(openDatabase(join(folder, 'progress.sqlite')).database);
});
afterEach(() => removeFolder(folder));

const planOf = async (lessonId: string) => {
  const options = { course, track: 'fastify', lessonId, progress, rootOf: (id: string) => join(folder, id) };
  return (await starterFiles(options)).find((file) => file.path === 'plan.yaml')?.text;
};
const wrote = async (lessonId: string, text: string) => {
  await mkdir(join(folder, lessonId), { recursive: true });
  await writeFile(join(folder, lessonId, 'plan.yaml'), text);
};
const completed = (lesson: string) => progress.completed({ course: course.file.id, track: 'fastify', lesson });

test("the learner's own plan goes with them from a completed lesson", async () => {
  await wrote('plan-books', MINE);
  expect(await planOf('list-books')).not.toBe(MINE);
  completed('plan-books');
  expect(await planOf('list-books')).toBe(MINE);
  expect(await planOf('create-book')).toBe(MINE);
});

test('the nearest completed lesson counts, and a plan that cannot be read is left where it is', async () => {
  await wrote('plan-books', MINE);
  await wrote('list-books', 'title: [unfinished');
  completed('plan-books');
  completed('list-books');
  expect(await planOf('create-book')).toBe(MINE);
  await wrote('list-books', 'title: Newer\n');
  expect(await planOf('create-book')).toBe('title: Newer\n');
});

test('a plan from before the lesson that last worked on it lacks what that lesson adds, so it does not count', async () => {
  await wrote('plan-books', MINE);
  completed('plan-books');
  const text = 'title: With loans\n';
  course.lessons.get('list-books')?.tracks.get('fastify')?.solution.files.push({ path: 'plan.yaml', text });
  expect(await planOf('create-book')).toBe(text);
});
