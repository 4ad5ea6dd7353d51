import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../scripts/setup/pinned-node.mjs';

/**
 * A file of the bundled course's solution of a lesson: what a learner could have typed. `lesson`: "validation/injection".
 * @throws when the solution does not have this file of its own
 */
export function solutionFile(lesson: string, path: string): Promise<string> {
  return readFile(join(ROOT, 'lessons', lesson, 'fastify/solution', path), 'utf8');
}

/** The same of what the lesson starts with. */
export function starterFile(lesson: string, path: string): Promise<string> {
  return readFile(join(ROOT, 'lessons', lesson, 'fastify/starter', path), 'utf8');
}
