import type { HttpMethod } from '../../../contract/ids.ts';
import type { OriginRequest } from '../../../contract/origins.ts';

/** What a page is to send. `withToken`: with an Authorization header, so that the browser has to ask first. */
export type PageCall = { method: HttpMethod; path: string; withToken: boolean };

/** The message that lets a page call the API at `api`, and nothing else, whatever stands in the path. */
export function pageRequest(id: string, api: string, { method, path, withToken }: PageCall): OriginRequest {
  const sendsBody = method !== 'GET' && method !== 'DELETE';
  return {
    type: 'fetch',
    id,
    method,
    url: new URL(api).origin + path.trim().replace(/^\/*/, '/'),
    headers: {
      ...(sendsBody && { 'content-type': 'application/json' }),
      ...(withToken && { authorization: 'Bearer a-token' }),
    },
    ...(sendsBody && { body: JSON.stringify({ title: 'Emma', author: 'Jane Austen' }) }),
    credentials: 'omit',
  };
}
