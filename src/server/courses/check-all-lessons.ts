import { setTimeout } from 'node:timers/promises';
import type { Course } from './course.ts';

/** Of each stretch of time this much (in parts of what a lesson took) is left to everything else. */
const REST = 3;

/**
 * Looks for problems in each lesson that nobody has looked at yet, one after the other, with rests in between: this may
 * go on beside a learner's work. Ends early when aborted.
 */
export async function checkAllLessons(course: Course, signal?: AbortSignal): Promise<void> {
  for (const lesson of course.lessons.values()) {
    if (signal?.aborted) return;
    if (lesson.knownProblems) continue;
    const start = performance.now();
    void lesson.problems;
    await setTimeout((performance.now() - start) * REST);
  }
}
