import type { Check } from '../../../src/contract/check.ts';
import type { WorkspaceFile } from '../../../src/contract/session.ts';
import type { Delta, Lesson, LessonTrack } from '../../../src/server/courses/course.ts';
import { type CodeView, changeViews } from './code-view.ts';

/** A small wrong solution, or a bug that the learner's tests must catch. */
export type MistakeView = {
  id: string;
  title: string;
  /** Markdown. */
  teaches: string;
  /** Where it differs from the solution. */
  changes: CodeView[];
  /** Paths of files that it takes away. */
  gone: string[];
  /** Wrong answers to questions of the lesson, as texts. */
  answers: { question: string; answer: string }[];
  /** Checks that do not hold on it. */
  caughtBy: { id: string; title: string }[];
};

/** The wrong solutions of a lesson, against its solution `right`. */
export function mistakeViews(lesson: Lesson, track: LessonTrack, right: readonly WorkspaceFile[]): MistakeView[] {
  return track.mutants.map(({ id, file, delta }) => ({
    id,
    title: file.title,
    teaches: file.teaches,
    ...against(right, delta),
    answers: answersOf(lesson, file.answers ?? {}),
    caughtBy: named(lesson.checks.filter((check) => file.fails.includes(check.id))),
  }));
}

/** The bugs that the learner's tests must catch, against the right solution. */
export function plantedViews(lesson: Lesson, track: LessonTrack, right: readonly WorkspaceFile[]): MistakeView[] {
  return track.planted.map(({ id, file, delta }) => ({
    id,
    title: file.title,
    teaches: file.teaches,
    ...against(right, delta),
    answers: [],
    caughtBy: named(lesson.checks.filter((check) => check.kind === 'learner-tests' && check.planted.includes(id))),
  }));
}

function against(right: readonly WorkspaceFile[], { files, removed }: Delta): Pick<MistakeView, 'changes' | 'gone'> {
  const before = new Map(right.map(({ path, text }) => [path, text]));
  return {
    changes: files.flatMap(({ path, text }) => changeViews(path, before.get(path) ?? '', text)),
    gone: removed.filter((path) => before.has(path) && !files.some((file) => file.path === path)),
  };
}

function answersOf(lesson: Lesson, answers: Record<string, string>): MistakeView['answers'] {
  return Object.entries(answers).flatMap(([questionId, answerId]) => {
    const asked = lesson.quiz.find(({ id }) => id === questionId);
    const given = asked?.answers.find(({ id }) => id === answerId);
    return asked && given ? [{ question: asked.question, answer: given.text }] : [];
  });
}

const named = (checks: readonly Check[]): MistakeView['caughtBy'] => checks.map(({ id, title }) => ({ id, title }));
