import type { Track } from '../../../src/contract/course.ts';
import type { Course, Lesson } from '../../../src/server/courses/course.ts';
import { composedFiles } from '../../../src/server/courses/lesson-files.ts';
import { type CodeView, fileView, twoViews } from './code-view.ts';
import { lessonOfFile } from './inherited-files.ts';
import { type MistakeView, mistakeViews, plantedViews } from './mistake-view.ts';

/** The code of a lesson in one track. */
export type TrackView = {
  id: string;
  title: string;
  /** Files that one begins with and that change in the lesson, or that are new to it. */
  starter: CodeView[];
  /** Files that are not as in the starter. */
  solution: CodeView[];
  /** Paths of files that the solution takes away. */
  gone: string[];
  /** All others, with the lesson in which each was last changed (null: it comes with the template). */
  others: { path: string; lesson: { id: string; title: string } | null }[];
  mistakes: MistakeView[];
  planted: MistakeView[];
};

/** What the page of a lesson shows of its code in one track. */
export function trackView(course: Course, lesson: Lesson, track: Track): TrackView {
  const before = composedFiles(course, lesson.id, track.id, 'starter');
  const after = composedFiles(course, lesson.id, track.id, 'solution');
  const texts = { before: textsOf(before), after: textsOf(after) };
  const own = lesson.tracks.get(track.id);
  const brought = own?.starter.files.map(({ path }) => path) ?? [];
  const paths = [...new Set([...texts.before.keys(), ...texts.after.keys()])].sort();

  const changed = paths.filter((path) => texts.before.get(path) !== texts.after.get(path));
  const pairs = changed.map((path) => twoViews(path, texts.before.get(path) ?? null, texts.after.get(path) ?? null));
  const unchanged = brought.filter((path) => !changed.includes(path));
  const origin = lessonOfFile(course, lesson, track.id);
  const shown = [...changed, ...unchanged];
  return {
    id: track.id,
    title: track.title,
    starter: [
      ...pairs.flatMap((pair) => pair.before ?? []),
      ...unchanged.map((path) => fileView(path, texts.before.get(path) ?? '', {})),
    ],
    solution: pairs.flatMap((pair) => pair.after ?? []),
    gone: changed.filter((path) => !texts.after.has(path)),
    others: paths
      .filter((path) => !shown.includes(path))
      .map((path) => ({ path, lesson: titled(course, origin.get(path)) })),
    mistakes: own ? mistakeViews(lesson, own, after) : [],
    planted: own ? plantedViews(lesson, own, after) : [],
  };
}

const textsOf = (files: { path: string; text: string }[]) => new Map(files.map(({ path, text }) => [path, text]));

function titled(course: Course, id: string | undefined): { id: string; title: string } | null {
  const lesson = id === undefined ? undefined : course.lessons.get(id);
  return lesson ? { id: lesson.id, title: lesson.frontmatter.title } : null;
}
