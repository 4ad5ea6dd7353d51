import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { shownCourse } from '../../../course/course.ts';
import { allImages, type ShownImage } from '../../../course/images.ts';

/** Every image that some lesson shows, once. */
export async function getStaticPaths() {
  return allImages(await shownCourse()).map((image) => ({ params: { file: image.file }, props: { image } }));
}

export const GET: APIRoute<{ image: ShownImage }> = async ({ props: { image } }) =>
  new Response(await readFile(image.path), { headers: { 'content-type': image.type } });
