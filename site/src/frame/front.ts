import type { Course } from '../../../src/server/courses/course.ts';

/** A stage as the front page tells it: what one can do afterwards are goals of its lessons. */
export type FrontStage = { id: string; title: string; lessons: number; minutes: number; able: string[] };

/** The stages of a course in order; `able` holds a goal of the first, the middle and the last lesson of each. */
export function frontStages(course: Course): FrontStage[] {
  return course.file.stages.flatMap(({ id, title, lessons: ids }) => {
    const lessons = ids.flatMap((one) => course.lessons.get(one) ?? []);
    const [first] = lessons;
    if (!first) return [];
    const told = new Set([first, lessons[Math.floor(lessons.length / 2)], lessons.at(-1)]);
    return {
      id,
      title,
      lessons: lessons.length,
      minutes: lessons.reduce((sum, { frontmatter }) => sum + frontmatter.minutes, 0),
      able: [...told].flatMap((lesson) => lesson?.frontmatter.goals[0] ?? []),
    };
  });
}

/** How much a course holds: lessons, checks, and wrong solutions by which the checks are proven. */
export function courseCounts(course: Course): { lessons: number; checks: number; mutants: number } {
  const lessons = [...course.lessons.values()];
  return {
    lessons: lessons.length,
    checks: lessons.reduce((sum, { checks }) => sum + checks.length, 0),
    mutants: lessons
      .flatMap(({ tracks }) => [...tracks.values()])
      .reduce((sum, { mutants }) => sum + mutants.length, 0),
  };
}
