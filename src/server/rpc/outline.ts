import type { CheckSummary, CourseOutline, LessonView } from '../../contract/api.ts';
import type { Problem } from '../../contract/problem.ts';
import { lessonOrder } from '../../core/course/order.ts';
import type { Course } from '../courses/course.ts';
import type { Progress } from '../progress/progress.ts';
import { findLesson } from '../session/sessions.ts';

/** The course as a learner sees it, of each lesson no more than its frontmatter is read. A lesson counts as far as it got in any track. */
export function outlineOf(course: Course, progress: Progress, notices: Problem[]): CourseOutline {
  const { id, title, summary, tracks, stages } = course.file;
  const statuses = tracks.map((track) => progress.statuses(id, track.id));
  const statusOf = (lesson: string) => {
    const all = statuses.map((one) => one.get(lesson));
    if (all.includes('completed')) return 'completed';
    return all.includes('started') ? 'started' : 'untouched';
  };
  return {
    id,
    title,
    summary,
    tracks: tracks.map((track) => ({ id: track.id, title: track.title, runtime: track.runtime })),
    stages: stages.map((stage) => ({
      id: stage.id,
      title: stage.title,
      summary: stage.summary,
      lessons: stage.lessons.flatMap((lessonId) => {
        const lesson = course.lessons.get(lessonId);
        if (!lesson) return [];
        const { title, summary, minutes } = lesson.frontmatter;
        return [
          {
            id: lessonId,
            title,
            summary,
            minutes,
            status: statusOf(lessonId),
            problems: lesson.knownProblems?.length ?? null,
          },
        ];
      }),
    })),
    problems: course.problems,
    notices,
  };
}

/** A lesson without what would give it away: how checks judge and which answers are right. Throws RW_LESSON_UNKNOWN. */
export function lessonViewOf(course: Course, lessonId: string, track: string): LessonView {
  const { lesson } = findLesson(course, lessonId, track);
  const { title, summary, minutes, goals, open } = lesson.frontmatter;
  const order = lessonOrder(course.file);
  const at = order.indexOf(lessonId);
  const stage = lesson.stage;
  return {
    id: lesson.id,
    title,
    summary,
    minutes,
    goals,
    stage: {
      id: stage.id,
      title: stage.title,
      position: stage.lessons.indexOf(lessonId) + 1,
      of: stage.lessons.length,
    },
    previous: titled(course, order[at - 1]),
    next: titled(course, order[at + 1]),
    blocks: lesson.blocks,
    checks: lesson.checks.map((check): CheckSummary => {
      const { id, kind, title, message, task, severity, needs } = check;
      const hints = lesson.hints[id]?.length ?? 0;
      const attack = check.kind === 'attack' ? check.attack : undefined;
      return { id, kind, title, message, task, severity, needs, hints, ...(attack && { attack }) };
    }),
    quiz: lesson.quiz.map(({ id, question, answers }) => ({
      id,
      question,
      answers: answers.map((answer) => ({ id: answer.id, text: answer.text })),
    })),
    open,
    compare: lesson.compare,
    problems: lesson.problems,
  };
}

function titled(course: Course, id: string | undefined): { id: string; title: string } | null {
  const lesson = id === undefined ? undefined : course.lessons.get(id);
  return lesson ? { id: lesson.id, title: lesson.frontmatter.title } : null;
}
