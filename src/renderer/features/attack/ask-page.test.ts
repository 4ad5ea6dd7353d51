import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OriginAnswer, OriginRequest } from '../../../contract/origins.ts';
import { askPage } from './ask-page.ts';

const ORIGIN = 'http://localhost:5001';
const CALL = { method: 'GET', path: '/books', withToken: false } as const;

/** The messages of this window, which Node does not have. */
let own: EventTarget;
beforeEach(() => {
  own = new EventTarget();
  vi.stubGlobal('addEventListener', own.addEventListener.bind(own));
  vi.stubGlobal('removeEventListener', own.removeEventListener.bind(own));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const answerTo = ({ id }: OriginRequest, body: string): OriginAnswer => ({
  type: 'answer',
  id,
  origin: ORIGIN,
  ms: 3,
  outcome: { ok: true, status: 200, headers: {}, body },
});

type Reply = (data: unknown, from?: { source?: unknown; origin?: string }) => void;

/** A page that answers as `answer` wants, and where it was asked. */
function pageThat(answer: (request: OriginRequest, reply: Reply) => void) {
  const asked: string[] = [];
  const page = {
    postMessage(request: OriginRequest, target: string) {
      asked.push(target);
      answer(request, (data, { source = page, origin = ORIGIN } = {}) => {
        const event = new Event('message');
        own.dispatchEvent(Object.assign(event, { data, source, origin }));
      });
    },
  };
  return { page: page as unknown as Window, asked };
}

test('only the page that was asked is heard, and only about this call', async () => {
  const { page, asked } = pageThat((request, reply) => {
    reply(answerTo(request, 'another window'), { source: {} });
    reply(answerTo(request, 'another origin'), { origin: 'http://localhost:6000' });
    reply({ ...answerTo(request, 'another call'), id: 'another' });
    reply({ ...answerTo(request, 'more than is agreed'), more: true });
    reply(answerTo(request, 'the answer'));
    reply(answerTo(request, 'a second one'));
  });
  const { outcome } = await askPage(page, ORIGIN, 'http://localhost:4711', CALL);
  expect(outcome).toMatchObject({ body: 'the answer' });
  expect(asked).toEqual([ORIGIN]);
});

test('a page that never answers was given nothing, and is not listened to any more', async () => {
  vi.useFakeTimers();
  const remove = vi.spyOn(own, 'removeEventListener');
  vi.stubGlobal('removeEventListener', own.removeEventListener.bind(own));
  const asking = askPage(pageThat(() => {}).page, ORIGIN, 'http://localhost:4711', CALL);
  await vi.runAllTimersAsync();
  expect((await asking).outcome).toEqual({ blocked: 'The page did not answer.' });
  expect(remove).toHaveBeenCalledOnce();
});
