import { InvalidArgumentError } from 'commander';
import type { Lesson } from '../../../server/courses/course.ts';

/** Part `part` of `of`, counted from 1. */
export type Shard = { part: number; of: number };

/** Reads `2/4`. Throws InvalidArgumentError, which the command line explains. */
export function readShard(text: string): Shard {
  const match = /^(\d+)\/(\d+)$/.exec(text);
  const [part, of] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || part < 1 || of < 1 || part > of) throw new InvalidArgumentError('Write it as part/of, such as 2/4.');
  return { part, of };
}

/**
 * The lessons of one part, in their order. All parts together hold each lesson once, and take about as long as each
 * other: the longest lessons are dealt out first, each to the part that has least.
 */
export function shardOf(lessons: readonly Lesson[], { part, of }: Shard): Lesson[] {
  const parts = Array.from({ length: of }, () => ({ work: 0, lessons: new Set<Lesson>() }));
  const byWork = lessons.map((lesson) => ({ lesson, work: workOf(lesson) })).toSorted((a, b) => b.work - a.work);
  for (const { lesson, work } of byWork) {
    const least = parts.reduce((best, one) => (one.work < best.work ? one : best));
    least.work += work;
    least.lessons.add(lesson);
  }
  return lessons.filter((lesson) => parts[part - 1]?.lessons.has(lesson));
}

/** How many variants there are to run. */
export function workOf(lesson: Lesson): number {
  if (lesson.checks.length === 0) return 0;
  return [...lesson.tracks.values()].reduce((sum, track) => sum + 2 + track.mutants.length, 0);
}
