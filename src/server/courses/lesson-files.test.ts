import { expect, onTestFinished, test } from 'vitest';
import { type CourseEdit, copyCourse } from './course-copy.ts';
import { lessonFiles, type Variant } from './lesson-files.ts';
import { loadCourse } from './load-course.ts';

async function filesOf(edits: CourseEdit[], lesson: string, variant: Variant): Promise<Record<string, string>> {
  const { dir, remove } = await copyCourse(edits);
  onTestFinished(remove);
  const files = await lessonFiles(await loadCourse(dir), lesson, 'fastify', variant);
  return Object.fromEntries(files.map((file) => [file.path, file.text]));
}

const LIST = 'build/list-books/fastify';
const BASE = ['package.json', 'plan.yaml', 'tsconfig.json'];
const WITH_APP = ['package.json', 'plan.yaml', 'src/app.ts', 'tsconfig.json'];

test('a first lesson stands on its template', async () => {
  const starter = await filesOf([], 'plan-books', 'starter');
  expect(Object.keys(starter)).toEqual(BASE);
  expect(starter['plan.yaml']).toContain('resources: []');
});

test('a lesson stands on the solution of the one before, over several lessons', async () => {
  const starter = await filesOf([], 'create-book', 'starter');
  expect(Object.keys(starter)).toEqual(WITH_APP);
  expect(starter['src/app.ts']).toContain("app.get('/api/v1/books'");
  expect(starter['plan.yaml']).toContain('basePath: /api/v1');
});

test('a solution changes its starter, a mutant changes the solution; mutant.yaml is not part of it', async () => {
  const starter = await filesOf([], 'list-books', 'starter');
  expect(starter['src/app.ts']).not.toContain('app.get');
  expect((await filesOf([], 'list-books', 'solution'))['src/app.ts']).toContain('data: []');
  const mutant = await filesOf([], 'list-books', { mutant: 'not-a-list' });
  expect(Object.keys(mutant)).toEqual(WITH_APP);
  expect(mutant['src/app.ts']).toContain('data: {}');
});

test('a lesson may inherit from one that is named, and take files away', async () => {
  const edits = [
    { file: 'build/create-book/lesson.md', from: 'open: [src/app.ts, plan.yaml]', to: 'inherits: lesson:plan-books' },
    { file: 'build/create-book/fastify/starter/.remove', text: '# no longer needed\ntsconfig.json\n\n' },
    { file: 'build/create-book/fastify/starter/src/books.ts', text: 'export {};\n' },
  ];
  expect(Object.keys(await filesOf(edits, 'create-book', 'starter'))).toEqual([
    'package.json',
    'plan.yaml',
    'src/books.ts',
  ]);
});

test('links, large files and names that no workspace may hold are left out', async () => {
  const edits = [
    { file: `${LIST}/solution/src/link.ts`, linkTo: '/etc/hostname' },
    { file: `${LIST}/solution/folder`, linkTo: '/etc' },
    { file: `${LIST}/solution/src/what?.ts`, text: '' },
    { file: `${LIST}/solution/src/large.ts`, text: 'x'.repeat(1024 * 1024 + 1) },
  ];
  expect(Object.keys(await filesOf(edits, 'list-books', 'solution'))).toEqual(WITH_APP);
});

test('a list of what is taken away is read like any file of a course: no links, not without end', async () => {
  const edits: CourseEdit[] = [
    { file: `${LIST}/solution/.remove`, linkTo: '/etc/hostname' },
    { file: `${LIST}/starter/.remove`, text: 'package.json\n'.repeat(30_000) },
  ];
  expect(Object.keys(await filesOf(edits, 'list-books', 'solution'))).toEqual(WITH_APP);
  const { dir, remove } = await copyCourse(edits);
  onTestFinished(remove);
  const problems = (await loadCourse(dir)).lessons.get('list-books')?.problems ?? [];
  expect(problems.map(({ code, file }) => [code, file])).toEqual([
    ['RW_COURSE_FILE_TOO_LARGE', `${LIST}/starter/.remove`],
    ['RW_COURSE_NOT_PLAIN', `${LIST}/solution/.remove`],
  ]);
});

test('lessons that inherit in a circle still open', async () => {
  const edits = [{ file: 'plan/plan-books/lesson.md', from: 'template:base', to: 'lesson:create-book' }];
  expect(await filesOf(edits, 'create-book', 'solution')).toHaveProperty(['src/app.ts']);
});

test('an unknown lesson or mutant is an error', async () => {
  await expect(filesOf([], 'nope', 'starter')).rejects.toMatchObject({ code: 'RW_LESSON_UNKNOWN' });
  await expect(filesOf([], 'list-books', { mutant: 'nope' })).rejects.toMatchObject({ code: 'RW_LESSON_UNKNOWN' });
});
