import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../contract/problem.ts';
import type { Course, Lesson } from './course.ts';
import { checkDecisions } from './decision-references.ts';
import { lessonBase } from './lesson-base.ts';
import { composedFiles } from './lesson-files.ts';
import { checkLinks } from './lesson-links.ts';
import { duplicates } from './reference-problems.ts';
import { nearestOf, problemAt, type Source } from './source.ts';

/** What course.yaml says and the folders do not, or the other way round: order, folders, files to carry. */
export function checkCourse(course: Course, source: Source): Problem[] {
  return [...checkOrder(course, source), ...checkFolders(course), ...checkCarries(course, source)];
}

/** What of a lesson only the whole course shows: inheritance, links between lessons, files to open, decisions. */
export function checkInCourse(course: Course, lesson: Lesson, checks: Source | undefined): Problem[] {
  return [
    ...checkInherits(course, lesson),
    ...checkLinks(course, lesson),
    ...checkOpen(course, lesson),
    ...checkDecisions(course, lesson, checks),
  ];
}

function checkOrder(course: Course, source: Source): Problem[] {
  const stages = course.file.stages;
  return [
    ...duplicates(
      source,
      'stage',
      stages.map(({ id }, at) => ({ id, path: ['stages', at, 'id'] })),
    ),
    ...duplicates(
      source,
      'track',
      course.file.tracks.map(({ id }, at) => ({ id, path: ['tracks', at, 'id'] })),
    ),
    ...duplicates(
      source,
      'lesson',
      stages.flatMap((stage, at) => stage.lessons.map((id, nth) => ({ id, path: ['stages', at, 'lessons', nth] }))),
    ),
  ];
}

/** A lesson that stands in a folder but not in course.yaml would silently never be taught. */
function checkFolders(course: Course): Problem[] {
  const problems: Problem[] = [];
  const listed = new Map(course.file.stages.map((stage) => [stage.id, stage.lessons]));
  const folders = readdirSync(course.dir, { withFileTypes: true });
  for (const stage of folders.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))) {
    if (stage.name === 'templates' || stage.name === 'diagrams') continue;
    const inside = readdirSync(join(course.dir, stage.name), { withFileTypes: true });
    for (const lesson of inside) {
      if (!lesson.isDirectory() || listed.get(stage.name)?.includes(lesson.name)) continue;
      const nearest = nearestOf(lesson.name, course.lessons.keys());
      problems.push({
        code: 'RW_COURSE_ID',
        message: `The folder ${stage.name}/${lesson.name} is not listed in course.yaml.`,
        file: `${stage.name}/${lesson.name}`,
        expected: `a lesson of the stage "${stage.name}"`,
        ...(nearest ? { nearest } : {}),
      });
    }
  }
  return problems;
}

function checkCarries(course: Course, source: Source): Problem[] {
  const known = new Set<string>();
  const add = (files: { path: string }[]): void => files.forEach((file) => void known.add(file.path));
  for (const template of course.templates.values()) add(template.files);
  for (const lesson of course.lessons.values()) {
    // Lessons are read here, so no more of them than it takes.
    if (course.file.carries.every((path) => known.has(path))) return [];
    for (const track of lesson.tracks.values()) add([...track.starter.files, ...track.solution.files]);
  }
  return course.file.carries.flatMap((path, index) => {
    if (known.has(path)) return [];
    const nearest = nearestOf(path, known);
    const detail = `No lesson has the file "${path}".`;
    return [problemAt(source, ['carries', index], 'RW_COURSE_REFERENCE', { detail, ...(nearest ? { nearest } : {}) })];
  });
}

function checkInherits(course: Course, lesson: Lesson): Problem[] {
  const order = [...course.lessons.keys()];
  const earlier = order.slice(0, order.indexOf(lesson.id));
  const templates = [...course.templates.keys()];
  const base = lessonBase(course.file, lesson.id, lesson.frontmatter);
  const problem = (detail: string, expected: string, nearest?: string): Problem[] => [
    problemAt(lesson.source, ['inherits'], 'RW_COURSE_INHERITS', { detail, expected, ...(nearest ? { nearest } : {}) }),
  ];
  if (base.kind === 'unknown') return problem(`"${base.text}" names no base.`, 'lesson:<id> or template:<name>');
  if (base.kind === 'template' && !course.templates.has(base.name)) {
    const expected = templates.length > 0 ? `one of ${templates.join(', ')}` : 'a folder below templates/';
    return problem(`There is no template "${base.name}".`, expected, nearestOf(base.name, templates));
  }
  if (base.kind === 'lesson' && !earlier.includes(base.id)) {
    const why = order.includes(base.id) ? 'does not come before this one' : 'is not in this course';
    const nearest = nearestOf(base.id, earlier);
    return problem(`The lesson "${base.id}" ${why}.`, 'a lesson that comes earlier', nearest);
  }
  return [];
}

function checkOpen(course: Course, lesson: Lesson): Problem[] {
  const problems: Problem[] = [];
  for (const track of course.file.tracks) {
    const paths = composedFiles(course, lesson.id, track.id, 'starter').map((file) => file.path);
    lesson.frontmatter.open.forEach((path, index) => {
      if (paths.includes(path)) return;
      const detail = `The starter has no file "${path}" to open.`;
      const nearest = nearestOf(path, paths);
      const more = { detail, ...(nearest ? { nearest } : {}) };
      problems.push(problemAt(lesson.source, ['open', index], 'RW_COURSE_REFERENCE', more));
    });
  }
  return problems;
}
