import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { shownCourse } from './course.ts';
import { allImages, type ShownImage } from './images.ts';

/** A route for those images of the lessons whose names have one ending. */
export function servedImages(ending: '.svg' | '.png') {
  const getStaticPaths = async () =>
    allImages(await shownCourse())
      .filter(({ file }) => file.endsWith(ending))
      .map((image) => ({ params: { file: image.file.slice(0, -ending.length) }, props: { image } }));

  const GET: APIRoute<{ image: ShownImage }> = async ({ props: { image } }) =>
    new Response(await readFile(image.path), { headers: { 'content-type': image.type } });

  return { getStaticPaths, GET };
}
