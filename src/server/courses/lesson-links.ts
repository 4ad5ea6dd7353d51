import { errorMessage } from '../../contract/errors.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Course, Lesson } from './course.ts';
import { nearestOf } from './source.ts';

/** Each link of a lesson's prose leads to a lesson of the course, a task of this lesson, an https or a mail address. */
export function checkLinks(course: Course, lesson: Lesson): Problem[] {
  const tasks = lesson.blocks.flatMap((block) => (block.type === 'task' ? [block.id] : []));
  return lesson.links.flatMap(({ href, line }) => {
    const known = href.startsWith('#') ? tasks.map((id) => `#${id}`) : [...course.lessons.keys()].map(lessonHref);
    if (known.includes(href) || isAddress(href)) return [];
    const nearest = nearestOf(href, known);
    return [
      {
        code: 'RW_COURSE_LINK' as const,
        message: errorMessage('RW_COURSE_LINK', { detail: href }),
        file: `${lesson.dir}/lesson.md`,
        line,
        column: 1,
        ...(nearest ? { nearest } : {}),
      },
    ];
  });
}

const lessonHref = (id: string): string => `lesson:${id}`;

function isAddress(href: string): boolean {
  const protocol = URL.parse(href)?.protocol;
  return protocol === 'https:' || protocol === 'mailto:';
}
