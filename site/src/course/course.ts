import { fileURLToPath } from 'node:url';
import { loadCourse } from '../../../src/server/courses/load-course.ts';

/** The folder of the bundled course. */
export const COURSE_DIR = fileURLToPath(new URL('../../../lessons/', import.meta.url));

/** The bundled course, read by the loader that the app and `lesson verify` use. */
export const bundledCourse = () => loadCourse(COURSE_DIR);
