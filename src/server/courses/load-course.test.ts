import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkAllLessons } from './check-all-lessons.ts';
import { type CourseEdit, copyCourse, GOOD_COURSE } from './course-copy.ts';
import { loadCourse } from './load-course.ts';

async function loadWith(edits: CourseEdit[]) {
  const { dir, remove } = await copyCourse(edits);
  onTestFinished(remove);
  return await loadCourse(dir);
}

test('a course is read in the order in which it is taught', async () => {
  const course = await loadCourse(GOOD_COURSE);
  expect([...course.lessons.keys()]).toEqual(['plan-books', 'list-books', 'create-book']);
  const lesson = course.lessons.get('create-book');
  expect(lesson).toMatchObject({ dir: 'build/create-book', stage: { id: 'build' }, frontmatter: { minutes: 3 } });
  expect(lesson?.checks.map((check) => check.id)).toEqual(['created', 'is-there', 'own-ids']);
  expect(lesson?.blocks.map((block) => block.type)).toEqual(['prose', 'task']);
  expect(lesson?.tracks.get('fastify')?.mutants.map(({ id }) => id)).toEqual(['forgets', 'no-location', 'same-id']);
});

test('opening a course reads no lesson, and nobody knows its problems until all are looked for', async () => {
  const { dir, remove } = await copyCourse([]);
  onTestFinished(remove);
  const course = await loadCourse(dir);
  await writeFile(join(dir, 'build/list-books/checks.yaml'), 'checks: [');
  const lesson = course.lessons.get('list-books');
  expect(lesson).toMatchObject({ frontmatter: { title: 'List the books' }, knownProblems: null });
  await checkAllLessons(course);
  expect(lesson?.knownProblems).toContainEqual(expect.objectContaining({ code: 'RW_COURSE_YAML' }));
  expect([...course.lessons.values()].filter((one) => one.knownProblems === null)).toEqual([]);
});

test('a lesson with mistakes opens with defaults, and the other lessons are untouched', async () => {
  const course = await loadWith([
    { file: 'build/list-books/lesson.md', text: 'no frontmatter' },
    { file: 'build/list-books/checks.yaml', text: 'checks: [' },
    { file: 'build/list-books/hints.yaml', text: 'x'.repeat(256 * 1024 + 1) },
  ]);
  const lesson = course.lessons.get('list-books');
  expect(lesson).toMatchObject({ frontmatter: { id: 'list-books', title: 'list-books' }, checks: [], hints: {} });
  expect(lesson?.problems.map((problem) => problem.code)).toContain('RW_COURSE_FILE_TOO_LARGE');
  expect(course.lessons.get('plan-books')?.problems).toEqual([]);
});

test('a lesson that is listed and has no folder is there with its problems', async () => {
  const course = await loadWith([{ file: 'course.yaml', from: 'create-book]', to: 'create-book, ghost]' }]);
  expect(course.lessons.get('ghost')?.problems).toContainEqual(
    expect.objectContaining({ code: 'RW_COURSE_FILE_MISSING', file: 'build/ghost/lesson.md' }),
  );
});

test('nothing outside the course is read, wherever a link stands', async () => {
  const outside = await copyCourse([{ file: 'build/list-books/lesson.md', from: 'List the books', to: 'Outside' }]);
  onTestFinished(outside.remove);
  for (const place of ['build', 'build/list-books', 'build/list-books/lesson.md', 'build/list-books/fastify']) {
    const course = await loadWith([
      { file: place, removed: true },
      { file: place, linkTo: `${outside.dir}/${place}` },
    ]);
    const lesson = course.lessons.get('list-books');
    expect(lesson?.problems).toContainEqual(expect.objectContaining({ code: 'RW_COURSE_NOT_PLAIN' }));
    if (place.endsWith('fastify')) expect(lesson?.tracks.get('fastify')?.solution.files).toEqual([]);
    else expect(lesson?.frontmatter.title).not.toBe('Outside');
  }
});

test('what is not text in UTF-8 is a problem, and no learner gets it broken', async () => {
  const { dir, remove } = await copyCourse([]);
  onTestFinished(remove);
  const latin = Buffer.from('hints: { a: [caf\u00e9, au lait] }', 'latin1');
  await writeFile(join(dir, 'build/list-books/hints.yaml'), latin);
  await writeFile(join(dir, 'build/list-books/fastify/solution/logo.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  const lesson = (await loadCourse(dir)).lessons.get('list-books');
  const files = ['build/list-books/hints.yaml', 'build/list-books/fastify/solution/logo.png'];
  const isAbout = ({ file }: { file?: string | undefined }) => files.includes(file ?? '');
  expect(lesson?.problems.filter(isAbout)).toMatchObject(files.map((file) => ({ code: 'RW_COURSE_NOT_PLAIN', file })));
  expect(lesson?.tracks.get('fastify')?.solution.files.map(({ path }) => path)).not.toContain('logo.png');
});

test('a mistake has its line in a lesson.md that begins with a byte order mark and has blanks behind its dashes', async () => {
  const { dir, remove } = await copyCourse([]);
  onTestFinished(remove);
  const file = join(dir, 'build/list-books/lesson.md');
  const text = (await readFile(file, 'utf8')).replace(/^---$/gm, '---  ').replace('[src/app.ts]', '[src/no.ts]');
  await writeFile(file, `\uFEFF${text}`);
  const { problems } = (await loadCourse(dir)).lessons.get('list-books') ?? {};
  const line = text.split('\n').findIndex((one) => one.startsWith('open:')) + 1;
  expect(problems).toContainEqual(expect.objectContaining({ code: 'RW_COURSE_REFERENCE', path: 'open[0]', line }));
});

test('a course.yaml with a mistake opens as an empty course that says what is wrong', async () => {
  const course = await loadWith([{ file: 'course.yaml', from: 'stages:', to: 'stagse:' }]);
  expect(course.lessons.size).toBe(0);
  expect(course.problems).toContainEqual(
    expect.objectContaining({ code: 'RW_COURSE_SCHEMA', file: 'course.yaml', line: 10, nearest: 'stages' }),
  );
});

test('a folder without course.yaml is not a course', async () => {
  await expect(loadWith([{ file: 'course.yaml', removed: true }])).rejects.toMatchObject({
    code: 'RW_COURSE_NOT_FOUND',
  });
});
