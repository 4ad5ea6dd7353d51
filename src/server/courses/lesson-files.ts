import { RoutewrightError } from '../../contract/errors.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import type { Course, Delta, Lesson, LessonTrack } from './course.ts';
import { lessonBase } from './lesson-base.ts';

export type Variant = 'starter' | 'solution' | { mutant: string } | { planted: string };

/**
 * Every file of a lesson's workspace, sorted by path: what the lesson inherits, with its own changes on top.
 * starter = inherited + starter; solution = starter + solution; a mutant = solution + mutant, and likewise a planted bug.
 * Throws RW_LESSON_UNKNOWN for a lesson, mutant or planted bug that is not in the course.
 */
export async function lessonFiles(
  course: Course,
  lessonId: string,
  track: string,
  variant: Variant,
): Promise<WorkspaceFile[]> {
  return composedFiles(course, lessonId, track, variant);
}

/** The same, at once. */
export function composedFiles(course: Course, lessonId: string, track: string, variant: Variant): WorkspaceFile[] {
  const lesson = course.lessons.get(lessonId);
  if (!lesson) throw new RoutewrightError('RW_LESSON_UNKNOWN', { id: lessonId });
  const files = compose(course, lesson, track, variant, new Set());
  return [...files].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function compose(
  course: Course,
  lesson: Lesson,
  track: string,
  variant: Variant,
  visited: Set<string>,
): Map<string, string> {
  // A lesson that inherits from itself over others is reported as a problem; here it only must end.
  if (visited.has(lesson.id)) return new Map();
  visited.add(lesson.id);
  const files = inherited(course, lesson, track, visited);
  const own = lesson.tracks.get(track);
  for (const delta of own ? deltas(own, variant) : []) apply(files, delta);
  return files;
}

function inherited(course: Course, lesson: Lesson, track: string, visited: Set<string>): Map<string, string> {
  const base = lessonBase(course.file, lesson.id, lesson.frontmatter);
  if (base.kind === 'lesson') {
    const before = course.lessons.get(base.id);
    return before ? compose(course, before, track, 'solution', visited) : new Map();
  }
  const files = new Map<string, string>();
  if (base.kind === 'template') apply(files, course.templates.get(base.name) ?? { files: [], removed: [] });
  return files;
}

function deltas(own: LessonTrack, variant: Variant): Delta[] {
  if (variant === 'starter') return [own.starter];
  if (variant === 'solution') return [own.starter, own.solution];
  const [id, wrong] = 'mutant' in variant ? [variant.mutant, own.mutants] : [variant.planted, own.planted];
  const found = wrong.find((candidate) => candidate.id === id);
  if (!found) throw new RoutewrightError('RW_LESSON_UNKNOWN', { id });
  return [own.starter, own.solution, found.delta];
}

function apply(files: Map<string, string>, delta: Delta): void {
  for (const path of delta.removed) files.delete(path);
  for (const file of delta.files) files.set(file.path, file.text);
}
