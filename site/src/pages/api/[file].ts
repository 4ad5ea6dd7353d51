import { getEntry } from 'astro:content';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { stringify } from 'yaml';
import type { FinishedApi } from '../../reference/api/finished-api.ts';
import { SITE_FOLDER } from '../../site-folder.ts';

const STANDALONE = join(SITE_FOLDER, 'node_modules/@scalar/api-reference/dist/browser/standalone.js');

export async function getStaticPaths() {
  const api = await getEntry('api', 'finished');
  if (!api) return [];
  return ['openapi.json', 'openapi.yaml', 'scalar.js'].map((file) => ({ params: { file }, props: api.data }));
}

/** The document of the finished API, to take away, and the script that wakes up its page. */
export const GET: APIRoute<FinishedApi> = async ({ params, props }) => {
  if (params.file === 'openapi.json') return answer('application/json', `${props.json}\n`);
  if (params.file === 'openapi.yaml') return answer('application/yaml', stringify(JSON.parse(props.json)));
  return answer('text/javascript', await readFile(STANDALONE, 'utf8'));
};

const answer = (type: string, text: string) => new Response(text, { headers: { 'content-type': type } });
