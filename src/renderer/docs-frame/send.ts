import type { ReceivedResponse } from '../../contract/evidence.ts';
import type { FromDocsFrame } from './messages.ts';

/** Response headers that speak of bytes on the wire, which are no longer as they were. */
const OF_THE_WIRE = new Set(['content-encoding', 'content-length', 'transfer-encoding']);
const NO_BODY = new Set([101, 204, 205, 304]);

/**
 * A `fetch` whose requests leave through the workbench: the frame itself may not connect anywhere.
 * `post` tells the workbench; `answer` is called with what came back (null: it could not be sent).
 */
export function workbenchFetch(post: (message: FromDocsFrame) => void) {
  const waiting = new Map<number, (response: ReceivedResponse | null) => void>();
  let count = 0;

  async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const body = request.method === 'GET' || request.method === 'HEAD' ? '' : await request.text();
    count += 1;
    const id = count;
    const answered = new Promise<ReceivedResponse | null>((resolve) => waiting.set(id, resolve));
    post({
      type: 'request',
      id,
      request: {
        method: request.method,
        path: url.pathname + url.search,
        headers: Object.fromEntries(request.headers),
        ...(body === '' ? {} : { body }),
      },
    });
    const response = await answered;
    if (!response) throw new TypeError('The request could not be sent.');
    const headers = Object.entries(response.headers).filter(([name]) => !OF_THE_WIRE.has(name.toLowerCase()));
    return new Response(NO_BODY.has(response.status) ? null : response.body, { status: response.status, headers });
  }

  return {
    send,
    answer(id: number, response: ReceivedResponse | null) {
      waiting.get(id)?.(response);
      waiting.delete(id);
    },
  };
}
