import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { loadCourse } from '../../server/courses/load-course.ts';
import { lintCourse } from '../lint/lint-course.ts';
import { newLesson } from '../new/new-lesson.ts';
import { lessonProgram } from '../program.ts';
import { schemaLine } from '../schemas/schema-line.ts';
import { verifyCourse } from '../verify/verify-course.ts';
import { newCourse } from './new-course.ts';

// Starts real processes.
vi.setConfig({ testTimeout: 60_000 });

async function emptyFolder(name = 'first-steps'): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'routewright-new-course-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return join(parent, name);
}

async function course(): Promise<string> {
  const dir = await emptyFolder();
  await newCourse({ dir });
  return dir;
}

const read = (dir: string, path: string): Promise<string> => readFile(join(dir, path), 'utf8');

test('a new course passes lint and verify at once', async () => {
  const dir = await course();
  expect(await lintCourse(await loadCourse(dir))).toEqual([]);
  const report = await verifyCourse({ dir, types: true });
  expect(report.lessons.flatMap(({ problems }) => problems)).toEqual([]);
  expect(report).toMatchObject({ ok: true, course: 'first-steps' });
  expect(report.lessons.flatMap(({ mutants }) => mutants)).not.toEqual([]);
});

test('it is named after its folder, or as it is told', async () => {
  const plain = await emptyFolder('My 1st API');
  await newCourse({ dir: plain });
  expect((await loadCourse(plain)).file).toMatchObject({ id: 'my-1st-api', title: 'My 1st api' });
  expect(await read(plain, 'README.md')).toContain('lint "../My 1st API" ');

  const told = await emptyFolder('x');
  await newCourse({ dir: told, id: 'told', title: 'APIs: a "first" $1 look' });
  expect((await loadCourse(told)).file).toMatchObject({ id: 'told', title: 'APIs: a "first" $1 look' });
  expect(await read(told, 'README.md')).toMatch(/^# APIs: a "first" \$1 look\n/);
  expect(await read(told, 'README.md')).toContain('lint ../x ');
});

test('nothing in it calls itself like the template any more', async () => {
  const dir = await course();
  const paths = await readdir(dir, { recursive: true, withFileTypes: true });
  const texts = paths.filter((one) => one.isFile()).map((one) => readFile(join(one.parentPath, one.name), 'utf8'));
  for (const text of await Promise.all(texts)) expect(text).not.toMatch(/my.course/i);
});

test('each YAML file of the course names its schema, which is there', async () => {
  const dir = await course();
  const paths = (await readdir(dir, { recursive: true })).filter((path) => /^(?!\.).*\.yaml$/.test(path));
  expect(paths).toHaveLength(4);
  for (const path of paths) {
    const [line = ''] = (await read(dir, path)).split('\n');
    expect(`${line}\n`).toBe(schemaLine(path));
    const schema = join(dirname(path), line.split('$schema=')[1] ?? '');
    expect(JSON.parse(await read(dir, schema))).toHaveProperty('properties.schemaVersion');
  }
});

test('a lesson that is begun in it passes lint, names its schemas, and the first one still passes verify', async () => {
  const dir = await course();
  const files = await newLesson(await loadCourse(dir), { id: 'say-goodbye' });
  const loaded = await loadCourse(dir);
  expect(loaded.file.stages[0]?.lessons).toEqual(['first-route', 'say-goodbye']);
  expect(await lintCourse(loaded)).toEqual([]);
  for (const path of files) expect(await read(dir, path)).toMatch(path.endsWith('.yaml') ? /^# yaml-lang/ : /^[-P]/);
  expect(await verifyCourse({ dir, lesson: 'first-route', types: false })).toMatchObject({ ok: true });
});

test('the commands that its README and its workflow name are there', async () => {
  const dir = await course();
  const texts = [await read(dir, 'README.md'), await read(dir, '.github/workflows/course.yml')].join('\n');
  const found = [...texts.matchAll(/npm run lesson -- ([\w-]+)((?: [^\s`#]+)*)/g)];
  expect(new Set(found.map(([, name]) => name))).toEqual(new Set(['lint', 'verify', 'new', 'schemas']));
  for (const [, name, rest = ''] of found) {
    const command = lessonProgram().commands.find((one) => one.name() === name);
    const known = command?.options.map(({ long }) => long) ?? [];
    for (const [option] of rest.matchAll(/--[\w-]+/g)) expect(known).toContain(option);
  }
});

test('a folder that holds only a Git repository counts as empty', async () => {
  const dir = await emptyFolder();
  await mkdir(join(dir, '.git'), { recursive: true });
  await newCourse({ dir });
  expect(await lintCourse(await loadCourse(dir))).toEqual([]);
});

test('a folder that is not empty is refused, and nothing is written', async () => {
  const dir = await emptyFolder();
  await mkdir(dir);
  await writeFile(join(dir, 'course.yaml'), 'mine');
  await expect(newCourse({ dir })).rejects.toMatchObject({ code: 'RW_NEW_FOLDER' });
  expect(await readdir(dir)).toEqual(['course.yaml']);
  expect(await read(dir, 'course.yaml')).toBe('mine');
});

test.each([
  ['an id that is none', { id: 'My Course' }, 'RW_NEW_ID'],
  ['a title without a letter', { title: '' }, 'RW_NEW_TITLE'],
  ['a title without end', { title: 'x'.repeat(81) }, 'RW_NEW_TITLE'],
])('%s is refused, and nothing is written', async (_name, options, code) => {
  const dir = await emptyFolder();
  await expect(newCourse({ dir, ...options })).rejects.toMatchObject({ code });
  await expect(readdir(dir)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a file in the place of the folder is a sentence', async () => {
  const dir = await emptyFolder();
  await writeFile(dir, '');
  await expect(newCourse({ dir })).rejects.toMatchObject({ code: 'RW_NEW_WRITE' });
});
