import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../../scripts/setup/pinned-node.mjs';

const LESSONS = join(ROOT, 'lessons');
const Course = z.object({ stages: z.array(z.object({ id: z.string(), lessons: z.array(z.string()) })) });

/**
 * A file of the bundled course's solution of a lesson: what a learner could have typed. `lesson`: "validation/injection".
 * @throws when the solution does not have this file of its own
 */
export function solutionFile(lesson: string, path: string): Promise<string> {
  return readFile(join(LESSONS, lesson, 'fastify/solution', path), 'utf8');
}

/** The last lesson of the bundled course: its solution is what a learner leaves with. */
export async function lastLesson(): Promise<{ id: string; title: string }> {
  const { stages } = Course.parse(parse(await readFile(join(LESSONS, 'course.yaml'), 'utf8')));
  const [stage, id] = stages.flatMap((one) => one.lessons.map((lesson) => [one.id, lesson])).at(-1) ?? [];
  if (stage === undefined || id === undefined) throw new Error('The course has no lessons.');
  const [, title] = /^title: (.+)$/m.exec(await readFile(join(LESSONS, stage, id, 'lesson.md'), 'utf8')) ?? [];
  return { id, title: z.string().parse(parse(title ?? '')) };
}
