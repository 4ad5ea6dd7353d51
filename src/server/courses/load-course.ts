import { realpath } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { CourseFile } from '../../contract/course.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import type { Problem } from '../../contract/problem.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { Course, Delta, Lesson } from './course.ts';
import { checkCourse, checkInCourse } from './course-references.ts';
import { foldersIn } from './folders-in.ts';
import { loadGlossary } from './load-glossary.ts';
import { type LessonPlace, loadLesson } from './load-lesson.ts';
import { readCourseFile } from './read-course-file.ts';
import { readDelta } from './read-delta.ts';
import { yamlSource } from './source.ts';

const COURSE_FILE = 'course.yaml';
const TEMPLATES = 'templates';

/**
 * Opens a course folder: reads course.yaml and the templates; each lesson is read when it is asked for. Mistakes become
 * problems, of the lesson where they are or of the course, and the course still opens.
 * Throws RW_COURSE_NOT_FOUND when `dir` holds no course.yaml, nothing else.
 */
export async function loadCourse(dir: string): Promise<Course> {
  const root = await realpath(dir).catch(() => resolve(dir));
  const problems: Problem[] = [];
  const text = readCourseFile(root, COURSE_FILE, problems);
  if (text === null && problems.every((problem) => problem.code === 'RW_COURSE_FILE_MISSING'))
    throw new RoutewrightError('RW_COURSE_NOT_FOUND', { file: dir });
  const parsed = text === null ? null : readYaml(CourseFile, text, COURSE_FILE);
  if (parsed) problems.push(...parsed.problems);

  const file = parsed?.value ?? unreadable(root);
  const lessons = new Map<string, Lesson>();
  const templates = loadTemplates(root, problems);
  const course: Course = { dir: root, file, lessons, templates, glossary: loadGlossary(root, problems), problems };
  for (const stage of file.stages)
    for (const id of stage.lessons)
      if (!lessons.has(id)) {
        const inCourse: LessonPlace['inCourse'] = (lesson, checks) => checkInCourse(course, lesson, checks);
        lessons.set(id, loadLesson({ courseDir: root, stage, id, tracks: file.tracks, inCourse }));
      }
  if (text !== null && parsed?.value) problems.push(...checkCourse(course, yamlSource(COURSE_FILE, text)));
  return course;
}

function loadTemplates(root: string, problems: Problem[]): Map<string, Delta> {
  const templates = new Map<string, Delta>();
  for (const folder of foldersIn(join(root, TEMPLATES)))
    templates.set(folder, readDelta(root, `${TEMPLATES}/${folder}`, problems));
  return templates;
}

/** Stands for a course.yaml with a mistake: the workbench opens and shows the problems. */
function unreadable(root: string): CourseFile {
  return {
    schemaVersion: 1,
    id: 'course',
    title: basename(root),
    summary: 'course.yaml has a mistake.',
    carries: [],
    tracks: [],
    stages: [],
  };
}
