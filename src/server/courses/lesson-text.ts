import { Lab } from '../../contract/lab.ts';
import type { LessonFrontmatter } from '../../contract/lesson.ts';
import type { Problem } from '../../contract/problem.ts';
import { parseFrontmatter } from '../../core/lesson/parse-lesson.ts';
import { readProse } from '../../core/lesson/prose.ts';
import { lazily } from './lazily.ts';
import { readCourseFile } from './read-course-file.ts';
import { lessonSource, type Source } from './source.ts';

/** What lesson.md says; nothing of it is read yet. */
export type LessonText = {
  frontmatter(): LessonFrontmatter;
  /** The Markdown is many times the work of the frontmatter. */
  prose(): ReturnType<typeof readProse>['value'];
  /** Null when the file is missing or has no frontmatter. */
  source(): Source | null;
  problems(): Problem[];
};

/** `dir` is the folder of the lesson `id` below `courseDir`, with forward slashes. */
export function lessonText(courseDir: string, dir: string, id: string): LessonText {
  const file = `${dir}/lesson.md`;
  const read = lazily(() => {
    const problems: Problem[] = [];
    return { text: readCourseFile(courseDir, file, problems), problems };
  });
  const head = lazily(() => {
    const { text, problems } = read();
    if (text === null) return { value: null, problems };
    const parsed = parseFrontmatter(text, file);
    return { value: parsed.value, problems: [...problems, ...parsed.problems] };
  });
  const prose = lazily(() => {
    const { text } = read();
    const { value } = head();
    if (text === null || !value) return { value: { blocks: [], fences: [], links: [] }, problems: [] };
    return readProse(text, value.from, file);
  });
  return {
    frontmatter: () => head().value?.frontmatter ?? unreadable(id),
    prose: () => prose().value,
    source: () => (head().value ? lessonSource(file, read().text ?? '') : null),
    problems: () => [...head().problems, ...prose().problems],
  };
}

/** Stands for a lesson.md that is missing or has no frontmatter. */
function unreadable(id: string): LessonFrontmatter {
  return {
    id,
    title: id,
    summary: 'This lesson has a mistake in its files.',
    minutes: 1,
    goals: [],
    open: [],
    startsAs: 'no-app',
    lab: Lab.parse({}),
    invalidates: 0,
  };
}
