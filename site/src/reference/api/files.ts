import { getEntry } from 'astro:content';

/** Answers with what `textOf` makes of the finished API; a course that ends with none has no such file. */
export async function fileOfApi(type: string, textOf: (json: string) => string | Promise<string>): Promise<Response> {
  const api = await getEntry('api', 'finished');
  if (!api) return new Response(null, { status: 404 });
  return new Response(await textOf(api.data.json), { headers: { 'content-type': type } });
}
