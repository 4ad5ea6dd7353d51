import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { errorMessage } from '../../contract/errors.ts';
import { LIMITS } from '../../contract/limits.ts';
import type { Problem } from '../../contract/problem.ts';
import { isPlainPath } from './plain-path.ts';

/**
 * The text of one course file, or null with a problem when it is missing, too large, no text, or reached over a link.
 * `file` is relative to the course. An `optional` file may be missing.
 */
export function readCourseFile(
  courseDir: string,
  file: string,
  problems: Problem[],
  options: { optional?: boolean } = {},
): string | null {
  const path = join(courseDir, file);
  if (!isPlainPath(courseDir, file)) {
    problems.push({ code: 'RW_COURSE_NOT_PLAIN', message: errorMessage('RW_COURSE_NOT_PLAIN', { file }), file });
    return null;
  }
  const stat = statOf(path);
  if (!stat?.isFile()) {
    if (!options.optional || stat !== null) {
      problems.push({
        code: 'RW_COURSE_FILE_MISSING',
        message: errorMessage('RW_COURSE_FILE_MISSING', { file }),
        file,
      });
    }
    return null;
  }
  if (stat.size > LIMITS.courseFileBytes) {
    const values = { file, limit: LIMITS.courseFileBytes };
    problems.push({
      code: 'RW_COURSE_FILE_TOO_LARGE',
      message: errorMessage('RW_COURSE_FILE_TOO_LARGE', values),
      file,
    });
    return null;
  }
  return readText(path, file, problems);
}

/** The text at `path`, or null with a problem when it is not text in UTF-8, of which nobody would get what stands there. */
export function readText(path: string, file: string, problems: Problem[]): string | null {
  const bytes = readFileSync(path);
  if (isUtf8(bytes) && !bytes.includes(0)) return bytes.toString('utf8');
  problems.push({ code: 'RW_COURSE_NOT_PLAIN', message: errorMessage('RW_COURSE_NOT_PLAIN', { file }), file });
  return null;
}

/** Null when nothing stands there, or nothing that can be reached. */
export function statOf(path: string): Stats | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}
