import { Worker } from 'node:worker_threads';
import { errorMessage } from '../../contract/errors.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Course, Lesson } from '../../server/courses/course.ts';
import { lessonFiles } from '../../server/courses/lesson-files.ts';
import type { TypedProject } from './distinct-files.ts';
import type { TypeProblem } from './type-check.ts';

/**
 * Type errors of the starters (unless they are broken on purpose) and solutions of `lessons`, by lesson id and track:
 * the key is `<lesson>/<track>`. `root` is the folder whose node_modules the lessons import from.
 */
export async function lessonTypeProblems(
  course: Course,
  lessons: Lesson[],
  root: string,
): Promise<Map<string, Problem[]>> {
  const projects: TypedProject[] = [];
  for (const lesson of lessons)
    for (const track of course.file.tracks.filter(({ runtime }) => runtime === 'node'))
      for (const variant of ['starter', 'solution'] as const) {
        if (variant === 'starter' && lesson.frontmatter.startsAs === 'broken') continue;
        const files = await lessonFiles(course, lesson.id, track.id, variant);
        projects.push({ key: `${lesson.id}/${track.id}/${variant}`, files });
      }
  const found = new Map<string, Problem[]>();
  for (const mistake of await inWorker(root, projects)) {
    const [id = '', track = '', variant = ''] = mistake.key.split('/');
    const lesson = course.lessons.get(id);
    if (!lesson) continue;
    const key = `${id}/${track}`;
    found.set(key, [...(found.get(key) ?? []), problemOf(lesson, track, variant, mistake)]);
  }
  return found;
}

function problemOf(lesson: Lesson, track: string, variant: string, mistake: TypeProblem): Problem {
  const own = lesson.tracks.get(track);
  const isIn = (name: 'starter' | 'solution'): boolean =>
    own?.[name].files.some((file) => file.path === mistake.file) ?? false;
  const folder = variant === 'solution' && isIn('solution') ? 'solution' : isIn('starter') ? 'starter' : null;
  const values = { variant, lesson: lesson.id, detail: mistake.message };
  return {
    code: 'RW_VERIFY_TYPES',
    message: errorMessage('RW_VERIFY_TYPES', values),
    // A file that the lesson inherits has no place of its own in the lesson's folder.
    file: folder ? `${lesson.dir}/${track}/${folder}/${mistake.file}` : mistake.file,
    line: mistake.line,
    column: mistake.column,
  };
}

/** The checker makes much that it soon drops; with room for it less is copied about. */
const YOUNG_MIB = 192;

async function inWorker(root: string, projects: TypedProject[]): Promise<TypeProblem[]> {
  if (projects.length === 0) return [];
  const worker = new Worker(new URL('./type-check-worker.ts', import.meta.url), {
    workerData: { root, projects },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
  });
  const answer = Promise.withResolvers<TypeProblem[]>();
  worker.once('message', answer.resolve);
  worker.once('error', answer.reject);
  worker.once('exit', (code) => answer.reject(new Error(`the type check ended with ${code}`)));
  return await answer.promise;
}
