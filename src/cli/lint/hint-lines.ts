import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../contract/problem.ts';
import type { Course, Lesson } from '../../server/courses/course.ts';
import { lessonFiles } from '../../server/courses/lesson-files.ts';
import { problemAt, yamlSource } from '../../server/courses/source.ts';

/** Shorter lines (`return books;`, `statuses: [200]`) say too little to give a solution away. */
const TELLING_CHARACTERS = 20;

/** A hint leads to the solution and does not contain it: no line that the solution adds to the starter stands in it. */
export async function hintProblems(course: Course, lesson: Lesson): Promise<Problem[]> {
  const lines = await solutionLines(course, lesson);
  const found = Object.entries(lesson.hints).flatMap(([check, levels]) =>
    levels.flatMap((hint, level) => {
      const line = lines.find((candidate) => squeeze(hint).includes(candidate));
      return line === undefined ? [] : [{ check, level, line }];
    }),
  );
  if (found.length === 0) return [];
  const file = `${lesson.dir}/hints.yaml`;
  const source = yamlSource(file, await readFile(join(course.dir, file), 'utf8'));
  return found.map(({ check, level, line }) =>
    problemAt(source, ['hints', check, level], 'RW_COURSE_HINT', {
      detail: `Hint ${level + 1} of "${check}" contains a line of the solution: ${line}`,
    }),
  );
}

async function solutionLines(course: Course, lesson: Lesson): Promise<string[]> {
  const lines: string[] = [];
  for (const track of lesson.tracks.keys()) {
    const given = new Set(
      (await lessonFiles(course, lesson.id, track, 'starter')).flatMap((file) => telling(file.text)),
    );
    const solution = await lessonFiles(course, lesson.id, track, 'solution');
    lines.push(...solution.flatMap((file) => telling(file.text)).filter((line) => !given.has(line)));
  }
  return lines;
}

/** The lines that say something: no comments, nothing short; without indentation and closing punctuation. */
function telling(text: string): string[] {
  return text
    .split('\n')
    .map((line) => squeeze(line).replace(/[;,{([]+$/, ''))
    .filter((line) => line.length >= TELLING_CHARACTERS && !/^(\/\/|#|\*|\/\*)/.test(line));
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
