import { getCollection } from 'astro:content';
import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { type ShownImage, shownImage } from '../../../course/images.ts';

/** Every image that some lesson shows, once. */
export async function getStaticPaths() {
  const lessons = await getCollection('lessons');
  const shown = lessons.flatMap(({ data }) => data.images.flatMap((src) => shownImage(data.file, src) ?? []));
  return [...new Map(shown.map((image) => [image.file, image]))].map(([file, image]) => ({
    params: { file },
    props: { image },
  }));
}

export const GET: APIRoute<{ image: ShownImage }> = async ({ props: { image } }) =>
  new Response(await readFile(image.path), { headers: { 'content-type': image.type } });
