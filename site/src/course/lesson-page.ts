import type { CompareView } from '../../../src/contract/compare.ts';
import { RoutewrightError } from '../../../src/contract/errors.ts';
import type { LessonBlock } from '../../../src/contract/lesson.ts';
import type { Problem } from '../../../src/contract/problem.ts';
import { neighbours, stageOf } from '../../../src/core/course/order.ts';
import type { Course, Question } from '../../../src/server/courses/course.ts';
import { composedFiles } from '../../../src/server/courses/lesson-files.ts';
import { type CheckView, checkViews } from './check-view.ts';
import { type DecisionView, decisionView } from './decision-view.ts';
import { type TrackView, trackView } from './track-view.ts';

type Neighbour = { id: string; title: string };

/** What the page of a lesson shows. Texts are Markdown unless they are titles. */
export type LessonPage = {
  title: string;
  summary: string;
  minutes: number;
  goals: string[];
  /** `position` of `of` lessons of its stage, from 1. */
  stage: { id: string; title: string; position: number; of: number };
  previous: Neighbour | null;
  next: Neighbour | null;
  /** Of lesson.md below the course, with forward slashes. */
  file: string;
  blocks: LessonBlock[];
  checks: CheckView[];
  quiz: Question[];
  tracks: TrackView[];
  compare: CompareView | null;
  decision: DecisionView | null;
  problems: Problem[];
};

/** Everything that the page of a lesson needs, as plain data. Throws RW_LESSON_UNKNOWN for one that the course lacks. */
export function lessonPage(course: Course, id: string): LessonPage {
  const lesson = course.lessons.get(id);
  if (!lesson) throw new RoutewrightError('RW_LESSON_UNKNOWN', { id });
  const { title, summary, minutes, goals } = lesson.frontmatter;
  const { stage, position, of } = stageOf(course.file, lesson.id) ?? { stage: lesson.stage, position: 1, of: 1 };
  const { previous, next } = neighbours(course.file, lesson.id);
  const first = course.file.tracks[0]?.id ?? '';
  return {
    ...{ title, summary, minutes, goals },
    stage: { id: stage.id, title: stage.title, position, of },
    previous: titled(course, previous),
    next: titled(course, next),
    file: `${lesson.dir}/lesson.md`,
    blocks: lesson.blocks,
    checks: checkViews(lesson, first),
    quiz: lesson.quiz,
    tracks: course.file.tracks.map((track) => trackView(course, lesson, track)),
    compare: lesson.compare,
    decision: decisionView(lesson.checks, composedFiles(course, lesson.id, first, 'starter')),
    problems: lesson.problems,
  };
}

function titled(course: Course, id: string | null): Neighbour | null {
  const lesson = id === null ? undefined : course.lessons.get(id);
  return lesson ? { id: lesson.id, title: lesson.frontmatter.title } : null;
}
