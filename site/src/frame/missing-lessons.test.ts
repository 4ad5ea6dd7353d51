import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GOOD_COURSE } from '../../../src/server/courses/course-copy.ts';
import { loadCourse } from '../../../src/server/courses/load-course.ts';
import { SITE_FOLDER } from '../site-folder.ts';
import { namesLessons, withoutMissingLessons } from './missing-lessons.ts';

const MANUALS = join(SITE_FOLDER, 'src/content/docs');
const small = await loadCourse(GOOD_COURSE);
const bundled = await loadCourse(join(SITE_FOLDER, '../lessons'));

/** Every link of the manuals to a lesson or stage, as a page has it. */
const links = globSync('**/*.{md,mdx}', { cwd: MANUALS }).flatMap((file) =>
  Array.from(
    readFileSync(join(MANUALS, file), 'utf8').matchAll(/\[([^\]]+)\]\(((?:\.\.\/)+course\/[^)#]+\/(?:#[^)]*)?)\)/g),
    ([, words, address]) => `<a href="${address}">${words}</a>`,
  ),
);

test('the links of the manuals are links on the site of the bundled course', () => {
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect(withoutMissingLessons(link, bundled)).toBe(link);
});

test('and words on the site of a course that has no such lessons', () => {
  for (const link of links) {
    expect(namesLessons(link)).toBe(true);
    expect(withoutMissingLessons(link, small)).toBe(link.replace(/<[^>]*>/g, ''));
  }
});

test('a lesson that is there keeps its link, whatever it is called in the sentence', () => {
  const [there] = small.lessons.keys();
  const page = `<p>See <a class="x" href="../../course/${there}/#try-it"><em>it</em></a>, <a href="../course/none/">none</a>.</p>`;
  expect(withoutMissingLessons(page, small)).toBe(page.replace('<a href="../course/none/">none</a>', 'none'));
});

test('what leads elsewhere is left alone', () => {
  const page =
    '<a href="../../course/">All</a> <a href="../files/course/">course.yaml</a> <a href="/course/none/">none</a>';
  expect(namesLessons(page)).toBe(false);
  expect(withoutMissingLessons(page, small)).toBe(page);
});
