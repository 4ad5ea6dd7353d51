import type { APIRoute } from 'astro';
import { absolute } from '../frame/address.ts';

/** Everything may be read. Below a base path this file is not where a crawler looks, and the host's own must name the map. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute('sitemap-index.xml')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
