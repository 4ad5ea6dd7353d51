import { errorMessage } from '../../contract/errors.ts';
import type { Problem } from '../../contract/problem.ts';
import { isSafeHref } from '../../core/markdown/safe-url.ts';
import type { Course, Lesson } from './course.ts';
import { lessonImage } from './lesson-image.ts';
import { nearestOf } from './source.ts';

/**
 * Each link of a lesson's prose leads to a lesson of the course, a task of this lesson, a term of the glossary, an
 * https or a mail address, or to an image that lies in the lesson's folder. Nothing is fetched.
 */
export function checkLinks(course: Course, lesson: Lesson): Problem[] {
  const problems: Problem[] = [];
  for (const { href, line, alt } of lesson.links) {
    const problem = problemOfImage(course, lesson, href, alt);
    if (problem !== null) problems.push({ ...problem, file: `${lesson.dir}/lesson.md`, line, column: 1 });
    if (alt !== null) continue;
    const known = knownTargets(course, lesson, href);
    if (known.includes(href) || leadsToTask(course, href) || isAddress(href)) continue;
    const nearest = nearestOf(href, known);
    problems.push({
      code: 'RW_COURSE_LINK',
      message: errorMessage('RW_COURSE_LINK', { detail: href }),
      file: `${lesson.dir}/lesson.md`,
      line,
      column: 1,
      ...(nearest ? { nearest } : {}),
    });
  }
  return problems;
}

/** An image is there, may be shown, and has a text for whoever cannot see it. */
function problemOfImage(course: Course, lesson: Lesson, src: string, alt: string | null): Problem | null {
  if (alt === null) return null;
  const image = lessonImage(course.dir, lesson.dir, src);
  const detail = 'problem' in image ? image.problem : alt.trim() === '' ? 'it has no alternative text.' : null;
  return detail === null
    ? null
    : { code: 'RW_COURSE_IMAGE', message: errorMessage('RW_COURSE_IMAGE', { file: src, detail }) };
}

function knownTargets(course: Course, lesson: Lesson, href: string): string[] {
  if (href.startsWith('#')) return taskIds(lesson).map((id) => `#${id}`);
  if (href.startsWith('term:')) return Object.keys(course.glossary).map((id) => `term:${id}`);
  return [...course.lessons.keys()].map((id) => `lesson:${id}`);
}

function taskIds(lesson: Lesson): string[] {
  return lesson.blocks.flatMap((block) => (block.type === 'task' ? [block.id] : []));
}

function leadsToTask(course: Course, href: string): boolean {
  const [, id, task] = /^lesson:([^#]*)#(.*)$/.exec(href) ?? [];
  const lesson = id === undefined ? undefined : course.lessons.get(id);
  return task !== undefined && lesson !== undefined && taskIds(lesson).includes(task);
}

function isAddress(href: string): boolean {
  return isSafeHref(href) && URL.canParse(href) && !/^(lesson|term):/.test(href);
}
