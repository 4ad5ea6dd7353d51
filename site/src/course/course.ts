import { sep } from 'node:path';
import type { Course } from '../../../src/server/courses/course.ts';
import { loadCourse } from '../../../src/server/courses/load-course.ts';
import { place } from '../place.ts';

/** The folder of the course that the site shows, with a separator at its end. */
export const COURSE_DIR = place.course.endsWith(sep) ? place.course : `${place.course}${sep}`;

let built: Promise<Course> | null = null;

/**
 * That course, read by the loader that the app and `lesson verify` use. A build reads it once; while one writes, it is
 * opened anew each time, and of its lessons only those are read that somebody asks for.
 */
export function shownCourse(): Promise<Course> {
  if (process.env.NODE_ENV !== 'production') return loadCourse(COURSE_DIR);
  built ??= loadCourse(COURSE_DIR);
  return built;
}
