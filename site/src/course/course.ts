import { sep } from 'node:path';
import { loadCourse } from '../../../src/server/courses/load-course.ts';
import { place } from '../place.ts';

/** The folder of the course that the site shows, with a separator at its end. */
export const COURSE_DIR = place.course.endsWith(sep) ? place.course : `${place.course}${sep}`;

/** That course, read by the loader that the app and `lesson verify` use. */
export const shownCourse = () => loadCourse(COURSE_DIR);
