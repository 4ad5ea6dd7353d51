import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composedFiles } from './lesson-files.ts';
import { loadCourse } from './load-course.ts';

const TESTED = fileURLToPath(new URL('../../../e2e/fixtures/tested/', import.meta.url));
const LESSON = 'testing/test-the-shelf';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'routewright-planted-'));
  await cp(TESTED, dir, { recursive: true });
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const problems = async () => (await loadCourse(dir)).lessons.get('test-the-shelf')?.problems ?? [];
const edit = async (file: string, from: string, to: string) => {
  const path = join(dir, LESSON, file);
  await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
};

describe('planted bugs of a lesson', () => {
  it('are the solution with their files on top', async () => {
    const course = await loadCourse(dir);
    const planted = composedFiles(course, 'test-the-shelf', 'fastify', { planted: 'always-there' });
    const solution = composedFiles(course, 'test-the-shelf', 'fastify', 'solution');
    expect(planted.map(({ path }) => path)).toEqual(solution.map(({ path }) => path));
    expect(planted.filter(({ text }, at) => text !== solution[at]?.text).map(({ path }) => path)).toEqual([
      'src/app.ts',
    ]);
    expect(await problems()).toEqual([]);
  });

  it('that a check names must be there; the nearest one is told', async () => {
    await edit('checks.yaml', 'planted: [hangs]', 'planted: [hang]');
    expect(await problems()).toMatchObject([
      {
        code: 'RW_COURSE_REFERENCE',
        file: `${LESSON}/checks.yaml`,
        message: 'There is no planted bug "hang".',
        nearest: 'hangs',
      },
      { code: 'RW_COURSE_UNUSED', file: `${LESSON}/fastify/planted/hangs/planted.yaml` },
    ]);
  });

  it('must each change something, and say what they are', async () => {
    await rm(join(dir, LESSON, 'fastify/planted/hangs/src'), { recursive: true });
    expect(await problems()).toMatchObject([
      { code: 'RW_COURSE_UNUSED', message: expect.stringContaining('changes nothing') },
    ]);
    await edit('fastify/planted/hangs/planted.yaml', 'teaches:', 'teach:');
    expect(await problems()).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ code: 'RW_COURSE_SCHEMA', nearest: 'teaches' })]),
    );
  });
});
