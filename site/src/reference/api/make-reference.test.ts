import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { GOOD_COURSE } from '../../../../src/server/courses/course-copy.ts';
import { lessonFiles } from '../../../../src/server/courses/lesson-files.ts';
import { loadCourse } from '../../../../src/server/courses/load-course.ts';
import { makeReference } from './make-reference.ts';

/** Each page takes a process for the sandbox and one for Scalar. */
const SLOW = { timeout: 120_000 };

async function placeOf(lesson: string) {
  const cache = await mkdtemp(join(tmpdir(), 'routewright-reference-'));
  onTestFinished(() => rm(cache, { recursive: true }));
  const files = await lessonFiles(await loadCourse(GOOD_COURSE), lesson, 'fastify', 'solution');
  return { dir: GOOD_COURSE, lesson, files, cache };
}

test(
  'the page shows what the running solution says, with the rules that it needs, and is made once',
  SLOW,
  async () => {
    const place = await placeOf('create-book');
    const made = await makeReference(place);
    const [path = ''] = Object.keys(Object(made?.document.paths));
    expect(path).toMatch(/^\//);
    expect(made?.html).toContain(path);
    expect(made?.css).toContain('.section');
    // Nothing could be made from here.
    expect(await makeReference({ ...place, dir: '/nowhere' })).toEqual(made);
  },
);

test('a solution without an API has none; a course that is not there is an error', SLOW, async () => {
  const place = await placeOf('plan-books');
  expect(await makeReference(place)).toBeNull();
  await expect(makeReference({ ...place, dir: '/nowhere', files: [] })).rejects.toThrow('RW_COURSE_NOT_FOUND');
});
