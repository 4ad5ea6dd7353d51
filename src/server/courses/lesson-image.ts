import { join } from 'node:path';
import { isSafeImage } from '../../core/markdown/safe-url.ts';
import { isPlainPath } from './plain-path.ts';
import { statOf } from './read-course-file.ts';

const MAX_BYTES = 200 * 1024;

/**
 * The file of an image that the lesson in `lessonDir` shows: one of its own, or one of the course's diagrams. `problem`
 * says why it cannot be shown.
 */
export function lessonImage(
  courseDir: string,
  lessonDir: string,
  src: string,
): { path: string; type: string } | { problem: string } {
  if (!isSafeImage(src)) return { problem: 'it is neither in the lesson folder nor in ../../diagrams/.' };
  const type = typeOf(src);
  if (type === null) return { problem: 'it is neither .svg nor .png.' };
  const file = join(lessonDir, decodeURIComponent(src)).replaceAll('\\', '/');
  const path = join(courseDir, file);
  if (!isPlainPath(courseDir, file)) return { problem: 'it is reached over a link.' };
  const stat = statOf(path);
  if (!stat?.isFile()) return { problem: 'it is not there.' };
  return stat.size > MAX_BYTES ? { problem: `it is larger than ${MAX_BYTES / 1024} KB.` } : { path, type };
}

function typeOf(src: string): string | null {
  if (src.endsWith('.svg')) return 'image/svg+xml';
  return src.endsWith('.png') ? 'image/png' : null;
}
