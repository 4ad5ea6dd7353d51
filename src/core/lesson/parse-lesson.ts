import { errorMessage } from '../../contract/errors.ts';
import { type LessonBlock, LessonFrontmatter } from '../../contract/lesson.ts';
import type { Problem } from '../../contract/problem.ts';
import { type Parsed, readYaml } from '../yaml/read-yaml.ts';
import { sizeProblem } from '../yaml/size.ts';
import { fallbackFrontmatter } from './fallback.ts';
import { type Fence, type Link, readProse } from './prose.ts';

export type { Fence, Link } from './prose.ts';

export type LessonText = { frontmatter: LessonFrontmatter; blocks: LessonBlock[]; fences: Fence[]; links: Link[] };

/**
 * Reads lesson.md: frontmatter between two lines of `---`, then Markdown in which "## Title {#task-id}" is a task.
 * A task ends at the next "## " heading. With a mistake in the frontmatter the text is still there and what could not
 * be read has a default; only a file that is too large or has no frontmatter at all gives null.
 */
export function parseLesson(text: string, file: string): Parsed<LessonText> {
  const head = parseFrontmatter(text, file);
  if (!head.value) return { value: null, problems: head.problems };
  const prose = readProse(text, head.value.from, file);
  const { frontmatter } = head.value;
  return { value: { frontmatter, ...prose.value }, problems: [...head.problems, ...prose.problems] };
}

/** The frontmatter alone, as `parseLesson` reads it: all that a list of lessons needs. The Markdown begins at `from`. */
export function parseFrontmatter(text: string, file: string): Parsed<{ frontmatter: LessonFrontmatter; from: number }> {
  const size = sizeProblem(text, file, 'RW_COURSE_FILE_TOO_LARGE');
  if (size) return { value: null, problems: [size] };
  const parts = cutFrontmatter(text);
  if (parts === null) return { value: null, problems: [noFrontmatter(file)] };
  // A line in place of the opening `---` keeps the line numbers.
  const read = readYaml(LessonFrontmatter, `\n${parts.yaml}`, file);
  const frontmatter = read.value ?? fallbackFrontmatter(parts.yaml, file);
  return { value: { frontmatter, from: parts.from }, problems: read.problems };
}

/** The YAML of lesson.md, which begins in its second line; the Markdown begins at `from`. Null when there is no frontmatter. */
export function cutFrontmatter(text: string): { yaml: string; from: number } | null {
  const parts = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*\r?$/m.exec(text);
  return parts?.index === 0 ? { yaml: parts[1] ?? '', from: parts[0].length } : null;
}

function noFrontmatter(file: string): Problem {
  const detail = 'lesson.md begins with a line ---, then id, title, summary, minutes and goals, then a line ---';
  return { code: 'RW_COURSE_SCHEMA', message: errorMessage('RW_COURSE_SCHEMA', { detail }), file, line: 1, column: 1 };
}
