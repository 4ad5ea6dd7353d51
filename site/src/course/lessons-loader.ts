import { relative, sep } from 'node:path';
import type { Loader } from 'astro/loaders';
import type { Course } from '../../../src/server/courses/course.ts';
import { COURSE_DIR, shownCourse } from './course.ts';
import { allProblems, problemLine, refuseProblems } from './course-problems.ts';
import { lessonPage } from './lesson-page.ts';
import { touchedLessons } from './touched-lessons.ts';

/** An editor may write several files at once, and one file in several steps. */
const SETTLED_MS = 50;

/**
 * A collection of the course's lessons, by id. A build with a mistake in a course file fails with its code; while one
 * watches, a change reads those lessons again that it touches, and mistakes are said on the page and in the terminal.
 */
export function lessonsLoader(): Loader {
  return {
    name: 'lessons',
    async load({ store, parseData, generateDigest, watcher, logger }) {
      const put = async (course: Course, ids: Iterable<string>): Promise<void> => {
        for (const id of store.keys()) if (!course.lessons.get(id)) store.delete(id);
        for (const id of ids) {
          const lesson = course.lessons.get(id);
          if (!lesson) continue;
          const data = await parseData({ id, data: lessonPage(course, lesson) });
          store.set({ id, data, digest: generateDigest(data) });
          if (watcher) for (const problem of lesson.problems) logger.error(problemLine(problem));
        }
      };

      const course = await shownCourse();
      if (!watcher) refuseProblems(allProblems(course));
      await put(course, course.lessons.keys());
      if (!watcher) return;

      const titles = titlesOf(course);
      const changed = new Set<string>();
      let timer: NodeJS.Timeout | undefined;
      const follow = async (): Promise<void> => {
        const files = [...changed];
        changed.clear();
        const now = await shownCourse();
        for (const problem of now.problems) logger.error(problemLine(problem));
        const renamed = titles.changedIn(now);
        const touched = renamed ? 'all' : touchedLessons(now, files);
        await put(now, touched === 'all' ? now.lessons.keys() : touched);
      };
      const onChange = (file: string): void => {
        if (!file.startsWith(COURSE_DIR)) return;
        changed.add(relative(COURSE_DIR, file).split(sep).join('/'));
        clearTimeout(timer);
        timer = setTimeout(() => void follow().catch((error: Error) => logger.error(error.message)), SETTLED_MS);
      };
      watcher.add(COURSE_DIR);
      for (const event of ['add', 'change', 'unlink']) watcher.on(event, onChange);
    },
  };
}

/** Pages call other lessons by their titles: when one has another, each page may. */
function titlesOf(course: Course) {
  const read = (from: Course) => [...from.lessons.values()].map(({ frontmatter }) => frontmatter.title).join('\n');
  let known = read(course);
  return {
    changedIn(now: Course): boolean {
      const before = known;
      known = read(now);
      return known !== before;
    },
  };
}
