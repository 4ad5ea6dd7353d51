import { defineMiddleware } from 'astro:middleware';
import { keepWordsWhole } from './frame/whole-words.ts';

/** What is done to every page when it is finished. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(keepWordsWhole(await response.text()), response);
});
