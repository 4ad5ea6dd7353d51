import type { HttpMethod } from '../../../contract/ids.ts';
import { OriginAnswer, type OriginRequest } from '../../../contract/origins.ts';

/** What a page is to send. `withToken`: with an Authorization header, so that the browser has to ask first. */
export type PageCall = { method: HttpMethod; path: string; withToken: boolean };

const LIMIT_MS = 8_000;

/**
 * Lets the page in a frame call the API at `api` and gives what it could read. A page that does not answer, because it
 * did not load, counts as one that was given nothing. Only messages of this page and origin are heard.
 */
export async function askPage(page: Window, origin: string, api: string, call: PageCall): Promise<OriginAnswer> {
  const id = crypto.randomUUID();
  const { promise, resolve } = Promise.withResolvers<OriginAnswer>();
  const hear = (event: MessageEvent) => {
    if (event.source !== page || event.origin !== origin) return;
    const answer = OriginAnswer.safeParse(event.data);
    if (answer.success && answer.data.id === id) resolve(answer.data);
  };
  const nothing = () =>
    resolve({ type: 'answer', id, origin, ms: LIMIT_MS, outcome: { blocked: 'The page did not answer.' } });
  const timer = setTimeout(nothing, LIMIT_MS);
  addEventListener('message', hear);
  try {
    page.postMessage(requestOf(id, api, call), origin);
    return await promise;
  } finally {
    clearTimeout(timer);
    removeEventListener('message', hear);
  }
}

function requestOf(id: string, api: string, { method, path, withToken }: PageCall): OriginRequest {
  const sendsBody = method !== 'GET' && method !== 'DELETE';
  return {
    type: 'fetch',
    id,
    method,
    url: new URL(path, api).href,
    headers: {
      ...(sendsBody && { 'content-type': 'application/json' }),
      ...(withToken && { authorization: 'Bearer a-token' }),
    },
    ...(sendsBody && { body: JSON.stringify({ title: 'Emma', author: 'Jane Austen' }) }),
    credentials: 'omit',
  };
}
