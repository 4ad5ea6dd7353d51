import { errorMessage } from '../../contract/errors.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Course, Lesson } from '../../server/courses/course.ts';
import { lessonFiles } from '../../server/courses/lesson-files.ts';
import { nearestOf } from '../../server/courses/source.ts';

/** A line of a fence that stands for lines left out. */
const LEFT_OUT = /^\s*(\/\/|#|\/\*)?\s*(…|\.\.\.)\s*(\*\/)?\s*$/;

/**
 * Code that the prose shows under a file's name is what the file contains: the same lines in a row, in the solution
 * or the starter of some track. The whole fence may be indented less; `// …` stands for lines left out.
 */
export async function shownCodeProblems(course: Course, lesson: Lesson): Promise<Problem[]> {
  if (lesson.fences.length === 0) return [];
  const variants = await Promise.all(
    [...lesson.tracks.keys()].flatMap((track) => [
      lessonFiles(course, lesson.id, track, 'solution'),
      lessonFiles(course, lesson.id, track, 'starter'),
    ]),
  );
  const paths = new Set(variants.flat().map((file) => file.path));
  return lesson.fences.flatMap((fence) => {
    const texts = variants.flat().flatMap((file) => (file.path === fence.file ? [file.text] : []));
    if (texts.some((text) => shows(text, fence.code))) return [];
    const nearest = texts.length === 0 ? nearestOf(fence.file, paths) : undefined;
    return [
      {
        code: 'RW_COURSE_FENCE' as const,
        message: errorMessage('RW_COURSE_FENCE', { file: fence.file }),
        file: `${lesson.dir}/lesson.md`,
        line: fence.line,
        column: 1,
        expected: texts.length === 0 ? 'a file of the solution or the starter' : firstStranger(texts, fence.code),
        ...(nearest ? { nearest } : {}),
      },
    ];
  });
}

/** Whether `code` stands in `text` as the comment of `shownCodeProblems` says. */
export function shows(text: string, code: string): boolean {
  const lines = clean(text);
  let from = 0;
  for (const part of parts(clean(code))) {
    const at = findPart(lines, part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

function parts(lines: string[]): string[][] {
  const result: string[][] = [[]];
  for (const line of lines) {
    if (LEFT_OUT.test(line)) result.push([]);
    else result.at(-1)?.push(line);
  }
  return result.map(withoutBlankEnds).filter((part) => part.length > 0);
}

function findPart(lines: string[], part: string[], from: number): number {
  for (let at = from; at + part.length <= lines.length; at++) {
    const first = lines[at] ?? '';
    const indent = first.slice(0, Math.max(0, first.length - (part[0] ?? '').length));
    if (indent.trim() !== '') continue;
    if (part.every((line, offset) => lines[at + offset] === (line === '' ? '' : indent + line))) return at;
  }
  return -1;
}

function firstStranger(texts: string[], code: string): string {
  const known = new Set(texts.flatMap((text) => clean(text).map((line) => line.trim())));
  const stranger = clean(code).find((line) => line !== '' && !LEFT_OUT.test(line) && !known.has(line.trim()));
  return stranger === undefined
    ? 'the same lines in the same order'
    : `this line is in no such file: ${stranger.trim()}`;
}

const clean = (text: string): string[] => text.split('\n').map((line) => line.trimEnd());

function withoutBlankEnds(lines: string[]): string[] {
  const isText = (line: string): boolean => line !== '';
  const first = lines.findIndex(isText);
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex(isText) + 1);
}
