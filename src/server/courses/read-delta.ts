import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ErrorCode, errorMessage } from '../../contract/errors.ts';
import { WorkspacePath } from '../../contract/ids.ts';
import { LIMITS } from '../../contract/limits.ts';
import type { Problem } from '../../contract/problem.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import type { Delta } from './course.ts';
import { isPlainPath } from './plain-path.ts';
import { readCourseFile, readText } from './read-course-file.ts';

/** Lists, one a line, the paths that a folder takes away from what it inherits. */
const REMOVE_LIST = '.remove';
const NEVER_PART = new Set([REMOVE_LIST, '.DS_Store', 'mutant.yaml', 'planted.yaml']);

/**
 * Reads a folder of a lesson (starter, solution, a mutant) or a template. A missing folder is an empty delta.
 * Links, paths that no workspace may hold, what is no text, and files above LIMITS.workspaceFileBytes become problems and
 * are left out.
 */
export function readDelta(courseDir: string, folder: string, problems: Problem[]): Delta {
  const files: WorkspaceFile[] = [];
  const report = (code: ErrorCode, file: string, values: Record<string, string | number>): void => {
    problems.push({ code, message: errorMessage(code, values), file });
  };

  const walk = (below: string): void => {
    const names = namesIn(join(courseDir, folder, below));
    for (const name of names.sort()) {
      if (below === '' && NEVER_PART.has(name)) continue;
      const path = below === '' ? name : `${below}/${name}`;
      const file = `${folder}/${path}`;
      const stat = lstatSync(join(courseDir, file));
      if (stat.isDirectory()) walk(path);
      else if (!stat.isFile()) report('RW_COURSE_NOT_PLAIN', file, { file });
      else if (!WorkspacePath.safeParse(path).success) report('RW_FILE_PATH', file, { file: path });
      else if (stat.size > LIMITS.workspaceFileBytes)
        report('RW_COURSE_FILE_TOO_LARGE', file, { file, limit: LIMITS.workspaceFileBytes });
      else {
        const text = readText(join(courseDir, file), file, problems);
        if (text !== null) files.push({ path, text });
      }
    }
  };

  if (!isPlainPath(courseDir, folder)) {
    report('RW_COURSE_NOT_PLAIN', folder, { file: folder });
    return { files, removed: [] };
  }
  walk('');
  return { files, removed: readRemoved(courseDir, `${folder}/${REMOVE_LIST}`, problems) };
}

function readRemoved(courseDir: string, file: string, problems: Problem[]): string[] {
  const text = readCourseFile(courseDir, file, problems, { optional: true });
  const lines = (text ?? '').split(/\r?\n/).map((line) => line.trim());
  const paths = lines.filter((line) => line !== '' && !line.startsWith('#'));
  for (const path of paths) {
    if (WorkspacePath.safeParse(path).success) continue;
    problems.push({ code: 'RW_FILE_PATH', message: errorMessage('RW_FILE_PATH', { file: path }), file });
  }
  return paths;
}

/** Names in a folder; none when it is missing or cannot be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
