import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyCourse } from '../courses/course-copy.ts';
import { type Opened, openWorkbench, removeFolder, temporaryFolder } from '../workbench-for-tests.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

let opened: Opened;
let folder: string;
let removeCourse: () => Promise<void>;
beforeAll(async () => {
  const { dir, remove } = await copyCourse([
    { file: 'build/list-books/pic.svg', text: SVG },
    { file: 'diagrams/way.svg', text: SVG },
    { file: 'build/list-books/out.svg', linkTo: '/etc/hostname' },
  ]);
  removeCourse = remove;
  await mkdir(join(dir, 'diagrams'), { recursive: true });
  await writeFile(join(dir, 'build/list-books/large.png'), 'x'.repeat(201 * 1024));
  folder = await temporaryFolder();
  opened = await openWorkbench({ folder, course: dir });
});
afterAll(async () => {
  await opened.workbench.close();
  await removeFolder(folder);
  await removeCourse();
});

const get = (path: string, headers: Record<string, string> = { cookie: opened.cookie }) =>
  fetch(`${opened.workbench.origin}/lesson-images/${path}`, { headers });

test.each(['pic.svg', '../../diagrams/way.svg'])('%s is given out, and can do nothing', async (src) => {
  const answer = await get(`list-books?src=${encodeURIComponent(src)}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('image/svg+xml');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  const policy = answer.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain('sandbox');
  expect(policy).not.toContain('script-src');
});

test.each([
  'list-books?src=../../course.yaml',
  'list-books?src=lesson.md',
  'list-books?src=../../diagrams/../course.yaml',
  'list-books?src=../../diagrams/%252e%252e/course.yaml',
  'list-books?src=/etc/hostname.svg',
  'list-books?src=out.svg',
  'list-books?src=large.png',
  'list-books?src=pic.svg&src=pic.svg',
  'list-books',
  'no-lesson?src=pic.svg',
])('%s is not given out', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test('who is not signed in sees no picture', async () => {
  expect((await get('list-books?src=pic.svg', {})).status).toBe(401);
});
