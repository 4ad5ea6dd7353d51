import type { Course } from '../../../src/server/courses/course.ts';

/** A stage as a page shows it: its place among the others (from 1) and its lessons in their order. */
export type StageView = {
  id: string;
  title: string;
  summary: string;
  number: number;
  minutes: number;
  lessons: { id: string; title: string; summary: string; minutes: number; goals: string[] }[];
};

/** The stages of a course in their order. */
export function stageViews(course: Course): StageView[] {
  return course.file.stages.map(({ id, title, summary, lessons: ids }, index) => {
    const lessons = ids.flatMap((lessonId) => {
      const front = course.lessons.get(lessonId)?.frontmatter;
      if (!front) return [];
      return [{ id: lessonId, title: front.title, summary: front.summary, minutes: front.minutes, goals: front.goals }];
    });
    const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
    return { id, title, summary, number: index + 1, minutes, lessons };
  });
}

/** "45 minutes", "about 2 hours". */
export function timeText(minutes: number): string {
  if (minutes < 90) return `${minutes} minutes`;
  return `about ${Math.round(minutes / 60)} hours`;
}
