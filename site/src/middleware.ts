import { defineMiddleware } from 'astro:middleware';
import { shownCourse } from './course/course.ts';
import { namesLessons, withoutMissingLessons } from './frame/missing-lessons.ts';
import { keepWordsWhole } from './frame/whole-words.ts';

/** What is done to every page when it is finished. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = keepWordsWhole(await response.text());
  return new Response(namesLessons(html) ? withoutMissingLessons(html, await shownCourse()) : html, response);
});
