import { getEntry } from 'astro:content';
import type { APIRoute } from 'astro';
import { stringify } from 'yaml';

export async function getStaticPaths() {
  const api = await getEntry('api', 'finished');
  return api
    ? ['openapi.json', 'openapi.yaml'].map((file) => ({ params: { file }, props: { json: api.data.json } }))
    : [];
}

/** The document of the finished API as it is, to take away. */
export const GET: APIRoute<{ json: string }> = ({ params, props }) =>
  params.file === 'openapi.json'
    ? new Response(`${props.json}\n`, { headers: { 'content-type': 'application/json' } })
    : new Response(stringify(JSON.parse(props.json)), { headers: { 'content-type': 'application/yaml' } });
