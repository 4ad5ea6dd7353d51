import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { dirname } from 'node:path/posix';
import type { Course } from '../../../src/server/courses/course.ts';
import { lessonImage } from '../../../src/server/courses/lesson-image.ts';
import { imagePath } from './addresses.ts';
import { COURSE_DIR } from './course.ts';
import { imageSize } from './image-size.ts';

/** An image of a lesson as the site serves it. `file` is relative to the course, with forward slashes. */
export type ShownImage = { file: string; path: string; type: string };

/** The image that the lesson.md at `lessonFile` names `src`; null when it may not be shown or is not there. */
export function shownImage(lessonFile: string, src: string): ShownImage | null {
  const found = lessonImage(COURSE_DIR, dirname(lessonFile), src);
  if ('problem' in found) return null;
  return { ...found, file: relative(COURSE_DIR, found.path).split(sep).join('/') };
}

/** Every image that a lesson of the course shows, once. */
export function allImages(course: Course): ShownImage[] {
  const shown = [...course.lessons.values()].flatMap(({ dir, links }) =>
    links.flatMap(({ href, alt }) => (alt === null ? [] : (shownImage(`${dir}/lesson.md`, href) ?? []))),
  );
  return [...new Map(shown.map((image) => [image.file, image])).values()];
}

/** What an `img` of that lesson needs: its address, and its size so that the text does not move when it comes. */
export function imageAttributes(lessonFile: string, src: string): Record<string, string | number> | null {
  const image = shownImage(lessonFile, src);
  if (!image) return null;
  return { src: imagePath(image.file), ...imageSize(readFileSync(image.path)), loading: 'lazy', decoding: 'async' };
}
