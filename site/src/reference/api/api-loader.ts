import type { Loader } from 'astro/loaders';
import { lessonFiles } from '../../../../src/server/courses/lesson-files.ts';
import { COURSE_DIR, shownCourse } from '../../course/course.ts';
import { place } from '../../place.ts';
import { makeReference } from './make-reference.ts';

/** What a solution is made of; a change of a text does not touch it. */
const OF_CODE = /[\\/](starter|solution|templates)[\\/]|course\.yaml$/;

/** A collection of one entry, `finished`: the API of the course's last lesson. Without one it is empty. */
export function apiLoader(): Loader {
  return {
    name: 'finished-api',
    async load({ store, parseData, generateDigest, watcher, logger }) {
      const read = async () => {
        const course = await shownCourse();
        const lesson = [...course.lessons.values()].at(-1);
        const track = course.file.tracks[0]?.id;
        if (!lesson || track === undefined) return store.clear();
        const files = await lessonFiles(course, lesson.id, track, 'solution');
        const reference = await makeReference({ dir: COURSE_DIR, lesson: lesson.id, files, cache: place.cache });
        if (!reference) return store.clear();
        const info = Object(reference.document.info);
        const data = await parseData({
          id: 'finished',
          data: {
            lesson: lesson.id,
            lessonTitle: lesson.frontmatter.title,
            title: String(info.title ?? lesson.frontmatter.title),
            version: String(info.version ?? ''),
            json: JSON.stringify(reference.document, null, 2),
            html: reference.html,
            css: reference.css,
          },
        });
        store.set({ id: 'finished', data, digest: generateDigest(data) });
      };
      await read();
      if (!watcher) return;
      watcher.add(COURSE_DIR);
      for (const event of ['add', 'change', 'unlink'])
        watcher.on(event, (file: string) => {
          if (file.startsWith(COURSE_DIR) && OF_CODE.test(file))
            read().catch((error: unknown) => logger.error(String(error)));
        });
    },
  };
}
