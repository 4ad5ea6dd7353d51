import { join, relative, sep } from 'node:path';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { Course } from '../../../src/server/courses/course.ts';
import { COURSE_DIR, shownCourse } from './course.ts';
import { allProblems, problemLine } from './course-problems.ts';
import { touchedLessons } from './touched-lessons.ts';

/** An editor may write several files at once, and one file in several steps. */
const SETTLED_MS = 30;

/**
 * The files of the course as a part of the site. Mistakes in them fail a build, each with its code. While one
 * writes, a change reloads the pages that are open and says in the terminal what is wrong in the lessons it touches;
 * course.yaml makes the table of contents, so a change of it starts again.
 */
export function courseFiles(): AstroIntegration {
  return {
    name: 'course',
    hooks: {
      'astro:config:setup': async ({ command, addWatchFile, logger }) => {
        if (command === 'dev') addWatchFile(join(COURSE_DIR, 'course.yaml'));
        if (command === 'build') refuseMistakes(await shownCourse(), logger);
      },
      'astro:server:setup': ({ server, logger }) => {
        const changed = new Set<string>();
        let timer: NodeJS.Timeout | undefined;
        const follow = (): void => {
          const files = [...changed];
          changed.clear();
          server.ws.send({ type: 'full-reload' });
          void shownCourse().then((course) => say(course, files, logger));
        };
        server.watcher.add(COURSE_DIR);
        for (const event of ['add', 'change', 'unlink'] as const)
          server.watcher.on(event, (file) => {
            if (!file.startsWith(COURSE_DIR)) return;
            changed.add(relative(COURSE_DIR, file).split(sep).join('/'));
            clearTimeout(timer);
            timer = setTimeout(follow, SETTLED_MS);
          });
        void shownCourse().then((course) => say(course, null, logger));
      },
    },
  };
}

/** Ends a build of a course with mistakes, once each of them has been said. */
function refuseMistakes(course: Course, logger: AstroIntegrationLogger): void {
  const problems = allProblems(course);
  if (problems.length === 0) return;
  for (const problem of problems) logger.error(problemLine(problem));
  logger.error(`The site was not built: ${problems.length === 1 ? 'one mistake' : `${problems.length} mistakes`}.`);
  // Thrown, it would be shown with the place in the program where it was noticed: the mistake is in a file of a person.
  process.exit(1);
}

/** Says what is wrong in the lessons that `files` touch; null: in all of them. */
function say(course: Course, files: readonly string[] | null, logger: AstroIntegrationLogger): void {
  const touched = files === null ? 'all' : touchedLessons(course, files);
  const problems =
    touched === 'all'
      ? allProblems(course)
      : [...touched].flatMap((id) => course.lessons.get(id)?.problems ?? []).concat(course.problems);
  for (const problem of problems) logger.error(problemLine(problem));
}
