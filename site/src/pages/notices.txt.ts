import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { SITE_FOLDER } from '../site-folder.ts';

/** The licences of what the pages contain, such as their fonts and Scalar: those ask that their text comes along. */
export const GET: APIRoute = async () =>
  new Response(await readFile(join(SITE_FOLDER, '../THIRD-PARTY-NOTICES.txt'), 'utf8'), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
