import { isAbsolute, join, relative, sep } from 'node:path';
import { at } from '../frame/address.ts';
import { place } from '../place.ts';
import { PROJECT_FOLDER } from '../reference/project-folder.ts';
import { COURSE_DIR } from './course.ts';

export const coursePath = (): string => at('course/');
export const lessonPath = (id: string): string => at(`course/${id}/`);
/** Stages stand in a folder of their own: a lesson may have the id of a stage. */
export const stagePath = (id: string): string => at(`course/stage/${id}/`);
export const termPath = (id: string): string => at(`course/glossary/#${id}`);
/** `file` is relative to the course, with forward slashes. */
export const imagePath = (file: string): string => at(`course/images/${encodeURI(file)}`);

/** Where a file of the course is edited; false when the site has no edit links, or the course is not in the project. */
export function editAddress(file: string): string | false {
  const path = relative(PROJECT_FOLDER, join(COURSE_DIR, file));
  if (place.edit === null || path.startsWith('..') || isAbsolute(path)) return false;
  return place.edit + encodeURI(path.split(sep).join('/'));
}

/**
 * Where a link of a lesson leads: `lesson:<id>`, `lesson:<id>#<task>` and `term:<id>` to pages of the site, everything
 * else to where it says.
 */
export function followLink(href: string): string {
  const [, lesson, task] = /^lesson:([^#]*)(#.*)?$/.exec(href) ?? [];
  if (lesson !== undefined) return lessonPath(lesson) + (task ?? '');
  return href.startsWith('term:') ? termPath(href.slice('term:'.length)) : href;
}
