import { OriginAnswer } from '../../../contract/origins.ts';
import { type PageCall, pageRequest } from './page-request.ts';

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
    page.postMessage(pageRequest(id, api, call), origin);
    return await promise;
  } finally {
    clearTimeout(timer);
    removeEventListener('message', hear);
  }
}
