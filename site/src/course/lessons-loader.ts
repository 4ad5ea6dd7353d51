import type { Loader } from 'astro/loaders';
import { COURSE_DIR, shownCourse } from './course.ts';
import { lessonPage } from './lesson-page.ts';

/** A collection of the course's lessons, by id; read again when a file of the course changes while one watches. */
export function lessonsLoader(): Loader {
  return {
    name: 'lessons',
    async load({ store, parseData, generateDigest, watcher }) {
      const read = async () => {
        const course = await shownCourse();
        for (const id of store.keys()) if (!course.lessons.get(id)) store.delete(id);
        for (const lesson of course.lessons.values()) {
          const data = await parseData({ id: lesson.id, data: lessonPage(course, lesson) });
          store.set({ id: lesson.id, data, digest: generateDigest(data) });
        }
      };
      await read();
      if (!watcher) return;
      watcher.add(COURSE_DIR);
      for (const event of ['add', 'change', 'unlink'])
        watcher.on(event, (file: string) => {
          if (file.startsWith(COURSE_DIR)) void read();
        });
    },
  };
}
