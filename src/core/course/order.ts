import type { CourseFile, Stage } from '../../contract/course.ts';

/** Every lesson id in the order in which it is taught. */
export function lessonOrder(course: CourseFile): string[] {
  return course.stages.flatMap((stage) => stage.lessons);
}

/** The lessons before and after one, across stages; null at the ends and for an id that the course does not list. */
export function neighbours(course: CourseFile, id: string): { previous: string | null; next: string | null } {
  const order = lessonOrder(course);
  const index = order.indexOf(id);
  if (index < 0) return { previous: null, next: null };
  return { previous: order[index - 1] ?? null, next: order[index + 1] ?? null };
}

/** The stage of a lesson and its place in it, from 1; null for an id that the course does not list. */
export function stageOf(course: CourseFile, id: string): { stage: Stage; position: number; of: number } | null {
  for (const stage of course.stages) {
    const index = stage.lessons.indexOf(id);
    if (index >= 0) return { stage, position: index + 1, of: stage.lessons.length };
  }
  return null;
}
