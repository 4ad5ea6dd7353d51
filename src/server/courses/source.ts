import { LineCounter, parseDocument } from 'yaml';
import { type ErrorCode, errorMessage } from '../../contract/errors.ts';
import type { Problem } from '../../contract/problem.ts';
import { cutFrontmatter } from '../../core/lesson/parse-lesson.ts';
import { nearestName } from '../../core/yaml/nearest.ts';
import { positionOf } from '../../core/yaml/position.ts';

/** A course file that was read. `file` is relative to the course; `yaml` starts in line `firstLine` of it. */
export type Source = { file: string; text: string; yaml: string; firstLine: number };

export type DataPath = readonly (string | number)[];

export function yamlSource(file: string, text: string): Source {
  return { file, text, yaml: text, firstLine: 1 };
}

/** lesson.md: the YAML is what stands between the two `---` lines at its start. */
export function lessonSource(file: string, text: string): Source {
  return { file, text, yaml: cutFrontmatter(text)?.yaml ?? '', firstLine: 2 };
}

type Detail = { detail?: string; values?: Record<string, string>; expected?: string; nearest?: string };

/** A problem at `path` of a course file, with the line and column of the key or list item found there. */
export function problemAt(source: Source, path: DataPath, code: ErrorCode, more: Detail): Problem {
  const at = positionIn(source, path);
  return {
    code,
    message: errorMessage(code, { ...more.values, ...(more.detail ? { detail: more.detail } : {}) }),
    file: source.file,
    line: at.line,
    column: at.column,
    ...(path.length > 0 ? { path: pathText(path) } : {}),
    ...(more.expected ? { expected: more.expected } : {}),
    ...(more.nearest ? { nearest: more.nearest } : {}),
  };
}

/** `['checks', 2, 'needs']` becomes `checks[2].needs`. */
export function pathText(path: DataPath): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}

/** The known name that is nearest to `word`, if one is near enough to be meant. */
export function nearestOf(word: string, known: Iterable<string>): string | undefined {
  return nearestName(word, [...known]);
}

function positionIn(source: Source, path: DataPath): { line: number; column: number } {
  const lines = new LineCounter();
  const document = parseDocument(source.yaml, { lineCounter: lines, logLevel: 'silent' });
  const { line, column } = positionOf(document, lines, path, true);
  return { line: line + source.firstLine - 1, column };
}
