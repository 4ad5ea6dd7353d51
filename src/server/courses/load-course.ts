import { readdir, realpath } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { CourseFile } from '../../contract/course.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import type { Problem } from '../../contract/problem.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { Course, Delta, Lesson } from './course.ts';
import { checkCourse } from './course-references.ts';
import { loadLesson } from './load-lesson.ts';
import { readCourseFile } from './read-course-file.ts';
import { readDelta } from './read-delta.ts';
import { yamlSource } from './source.ts';

const COURSE_FILE = 'course.yaml';
const TEMPLATES = 'templates';

/**
 * Reads a course folder completely. Mistakes become problems, of the lesson where they are or of the course,
 * and the course still opens. Throws RW_COURSE_NOT_FOUND when `dir` holds no course.yaml, nothing else.
 */
export async function loadCourse(dir: string): Promise<Course> {
  const root = await realpath(dir).catch(() => resolve(dir));
  const problems: Problem[] = [];
  const text = await readCourseFile(root, COURSE_FILE, problems);
  if (text === null && problems.every((problem) => problem.code === 'RW_COURSE_FILE_MISSING'))
    throw new RoutewrightError('RW_COURSE_NOT_FOUND', { file: dir });
  const parsed = text === null ? null : readYaml(CourseFile, text, COURSE_FILE);
  if (parsed) problems.push(...parsed.problems);

  const file = parsed?.value ?? unreadable(root);
  const lessons = new Map<string, Lesson>();
  for (const stage of file.stages)
    for (const id of stage.lessons)
      if (!lessons.has(id)) lessons.set(id, await loadLesson(root, stage, id, file.tracks));
  const course: Course = { dir: root, file, lessons, templates: await loadTemplates(root, problems), problems };
  if (text !== null && parsed?.value) await checkCourse(course, yamlSource(COURSE_FILE, text));
  return course;
}

async function loadTemplates(root: string, problems: Problem[]): Promise<Map<string, Delta>> {
  const templates = new Map<string, Delta>();
  const folders = await readdir(join(root, TEMPLATES), { withFileTypes: true }).catch(() => []);
  for (const folder of folders)
    if (folder.isDirectory())
      templates.set(folder.name, await readDelta(root, `${TEMPLATES}/${folder.name}`, problems));
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
