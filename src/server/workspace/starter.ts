import { PLAN_PATH } from '../../contract/plan.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import { lessonOrder } from '../../core/course/order.ts';
import { readPlan } from '../../core/plan/read-plan.ts';
import type { Course } from '../courses/course.ts';
import { lessonFiles } from '../courses/lesson-files.ts';
import type { Progress } from '../progress/progress.ts';
import { readText } from './read-files.ts';

/**
 * The files with which a learner begins the lesson: its starter, and of the files that the course carries the
 * learner's own from the nearest completed lesson before it, where they can be read. A lesson before the one that last
 * worked on the file does not count: its version lacks what this lesson builds on.
 * `rootOf` gives the folder (absolute) of another lesson's workspace.
 */
export async function starterFiles(options: {
  course: Course;
  track: string;
  lessonId: string;
  progress: Progress;
  rootOf: (lessonId: string) => string;
}): Promise<WorkspaceFile[]> {
  const { course, track, lessonId, progress, rootOf } = options;
  const files = new Map<string, string>();
  for (const { path, text } of await lessonFiles(course, lessonId, track, 'starter')) files.set(path, text);

  const order = lessonOrder(course.file);
  const statuses = progress.statuses(course.file.id, track);
  const before = order.slice(0, Math.max(0, order.indexOf(lessonId)));
  for (const path of course.file.carries) {
    for (const id of sinceLastWorkedOn(course, track, path, before).toReversed()) {
      if (statuses.get(id) !== 'completed') continue;
      const text = await readText(rootOf(id), path).catch(() => null);
      if (text === null || !isReadable(path, text)) continue;
      files.set(path, text);
      break;
    }
  }
  return [...files].map(([path, text]) => ({ path, text }));
}

/** Of the lessons `before`, those from the last one that changes the file. */
function sinceLastWorkedOn(course: Course, track: string, path: string, before: string[]): string[] {
  const last = before.findLastIndex((id) => {
    const lesson = course.lessons.get(id)?.tracks.get(track);
    return lesson && [...lesson.starter.files, ...lesson.solution.files].some((file) => file.path === path);
  });
  return before.slice(Math.max(0, last));
}

function isReadable(path: string, text: string): boolean {
  return path !== PLAN_PATH || readPlan(text).value !== null;
}
