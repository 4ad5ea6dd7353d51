import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Track } from '../../contract/course.ts';
import { errorMessage } from '../../contract/errors.ts';
import type { Problem } from '../../contract/problem.ts';
import { COURSE_FILES } from '../../core/course/course-files.ts';
import { statOf } from './read-course-file.ts';
import { namesIn } from './read-delta.ts';
import { nearestOf } from './source.ts';

const IN_LESSON = /^<stage>\/<lesson>\/([a-z.]+)$/;
const LESSON_FILES = COURSE_FILES.flatMap(({ path }) => IN_LESSON.exec(path)?.[1] ?? []);
const TRACK_FOLDERS = ['starter', 'solution', 'mutants', 'planted'];
const IMAGE = /\.(png|svg)$/;

/**
 * A misspelled file is silently not read; so whatever does not belong in a lesson's folder is a problem. `columns`: folders
 * of a comparison.
 */
export function checkLessonFolder(
  courseDir: string,
  dir: string,
  tracks: Track[],
  columns: string[] | 'unreadable',
): Problem[] {
  const known = [...LESSON_FILES, ...tracks.map((track) => track.id), ...(columns === 'unreadable' ? [] : columns)];
  if (!existsSync(join(courseDir, dir))) return [];
  const names = namesIn(join(courseDir, dir));
  const missing = tracks
    .filter((track) => !names.includes(track.id))
    .map(({ id }): Problem => {
      const file = `${dir}/${id}`;
      return { code: 'RW_COURSE_FILE_MISSING', message: errorMessage('RW_COURSE_FILE_MISSING', { file }), file };
    });
  const mayBeColumn = (name: string): boolean =>
    columns === 'unreadable' && (statOf(join(courseDir, dir, name))?.isDirectory() ?? false);
  const unknown = names.filter(
    (name) => !known.includes(name) && !IMAGE.test(name) && !name.startsWith('.') && !mayBeColumn(name),
  );
  return [...missing, ...unknown.map((name) => unknownName(dir, name, known))];
}

/** The same for the folder of a track. */
export function checkTrackFolder(courseDir: string, dir: string): Problem[] {
  const names = namesIn(join(courseDir, dir));
  const unknown = names.filter((name) => !TRACK_FOLDERS.includes(name) && !name.startsWith('.'));
  return unknown.map((name) => unknownName(dir, name, TRACK_FOLDERS));
}

function unknownName(dir: string, name: string, known: string[]): Problem {
  const nearest = nearestOf(name, known);
  return {
    code: 'RW_COURSE_UNUSED',
    message: errorMessage('RW_COURSE_UNUSED', { detail: `Nothing reads ${name} in ${dir}.` }),
    file: `${dir}/${name}`,
    expected: known.join(', '),
    ...(nearest ? { nearest } : {}),
  };
}
