import { CompareFile, type CompareView } from '../../contract/compare.ts';
import type { Track } from '../../contract/course.ts';
import { errorMessage } from '../../contract/errors.ts';
import type { Problem } from '../../contract/problem.ts';
import { readRegions } from '../../core/compare/read-regions.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import { readCourseFile } from './read-course-file.ts';
import { readDelta } from './read-delta.ts';
import { duplicates } from './reference-problems.ts';
import { nearestOf, problemAt, type Source, yamlSource } from './source.ts';

export type LoadedCompare = {
  view: CompareView | null;
  /** Of the columns. */
  folders: string[] | 'unreadable';
  problems: Problem[];
};

type Column = CompareFile['columns'][number];
type ViewFile = CompareView['columns'][number]['files'][number];

/**
 * compare.yaml of the lesson in `dir` below `courseDir`, and the files of its columns without their markers. `view` is
 * null when the lesson has none or it cannot be read; a file that is missing is left out.
 */
export function loadCompare(courseDir: string, dir: string, tracks: readonly Track[]): LoadedCompare {
  const problems: Problem[] = [];
  const file = `${dir}/compare.yaml`;
  const text = readCourseFile(courseDir, file, problems, { optional: true });
  if (text === null) return { view: null, folders: problems.length > 0 ? 'unreadable' : [], problems };
  const { value, problems: mistakes } = readYaml(CompareFile, text, file);
  problems.push(...mistakes);
  if (!value) return { view: null, folders: 'unreadable', problems };
  const source = yamlSource(file, text);
  const at = (kind: 'columns' | 'parts') => value[kind].map(({ id }, index) => ({ id, path: [kind, index, 'id'] }));
  problems.push(...duplicates(source, 'column', at('columns')), ...duplicates(source, 'part', at('parts')));
  const columns = value.columns.map((column, index) => {
    if (tracks.some((track) => track.id === column.id)) {
      const detail = `The folder "${column.id}" is that of a track; a column needs one of its own.`;
      problems.push(problemAt(source, ['columns', index, 'id'], 'RW_COURSE_COMPARE', { detail }));
    }
    const files = columnFiles({ courseDir, dir, source, column, index }, value.parts, problems);
    return { id: column.id, title: column.title, language: column.language, files };
  });
  const view: CompareView = { columns, parts: value.parts };
  const folders = columns.map(({ id }) => id);
  return { view, folders, problems: [...problems, ...missingRegions(view, source)] };
}

type Place = { courseDir: string; dir: string; source: Source; column: Column; index: number };

function columnFiles(place: Place, parts: CompareFile['parts'], problems: Problem[]): ViewFile[] {
  const { courseDir, dir, source, column, index } = place;
  const folder = `${dir}/${column.id}`;
  const there = readDelta(courseDir, folder, problems).files;
  for (const { path } of there) {
    if (column.files.includes(path)) continue;
    const detail = `compare.yaml does not show ${path} of the column "${column.id}".`;
    const message = errorMessage('RW_COURSE_UNUSED', { detail });
    problems.push({ code: 'RW_COURSE_UNUSED', message, file: `${folder}/${path}` });
  }
  return column.files.flatMap((path, nth): ViewFile[] => {
    const found = there.find((one) => one.path === path);
    if (!found) {
      const names = there.map((one) => one.path);
      const nearest = nearestOf(path, names);
      const more = { detail: `The column "${column.id}" has no file "${path}".`, ...(nearest ? { nearest } : {}) };
      problems.push(problemAt(source, ['columns', index, 'files', nth], 'RW_COURSE_COMPARE', more));
      return [];
    }
    const { text, regions, mistakes } = readRegions(found.text, column.language);
    const report = (detail: string, line?: number, nearest?: string): void => {
      problems.push({
        code: 'RW_COURSE_COMPARE',
        message: errorMessage('RW_COURSE_COMPARE', { detail }),
        file: `${folder}/${path}`,
        ...(line === undefined ? {} : { line, column: 1 }),
        ...(nearest === undefined ? {} : { nearest }),
      });
    };
    for (const { line, detail } of mistakes) report(detail, line);
    const known = parts.map((part) => part.id);
    const isKnown = ({ part }: { part: string }): boolean => known.includes(part);
    for (const { part } of regions.filter((region) => !isKnown(region)))
      report(`compare.yaml has no part "${part}".`, lineOf(found.text, part), nearestOf(part, known));
    return [{ path, text, regions: regions.filter(isKnown) }];
  });
}

/** Each part stands once in each column. */
function missingRegions(view: CompareView, source: Source): Problem[] {
  return view.parts.flatMap(({ id }, index) =>
    view.columns.flatMap((column) => {
      const count = column.files.flatMap(({ regions }) => regions).filter(({ part }) => part === id).length;
      if (count === 1) return [];
      const detail = `The part "${id}" stands ${count === 0 ? 'nowhere' : `${count} times`} in the column "${column.id}".`;
      return [problemAt(source, ['parts', index, 'id'], 'RW_COURSE_COMPARE', { detail })];
    }),
  );
}

function lineOf(text: string, part: string): number {
  const lines = text.split(/\r?\n/);
  return (
    1 +
    Math.max(
      0,
      lines.findIndex((line) => line.includes('region') && line.trimEnd().endsWith(part)),
    )
  );
}
