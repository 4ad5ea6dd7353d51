import { useEffect, useRef, useState } from 'react';
import { useSession } from '../../app/session-store.ts';
import { type Exchange, type RequestDraft, toDraft, toRequest } from './request-draft.ts';

const KEPT = 50;
const FIRST: RequestDraft = { method: 'GET', path: '/', headers: [], body: '' };

/** What the client shows: the draft, what was sent (newest first), which of it is in front. */
export function useRequestClient() {
  const lessonId = useSession((s) => s.session?.lessonId);
  const loaded = useSession((s) => s.loadedRequest);
  const firstRoute = useSession((s) => s.documents.routes.find((route) => route.method === 'GET')?.path);
  const [draft, setDraft] = useState(FIRST);
  const [touched, setTouched] = useState(false);
  const [history, setHistory] = useState<Exchange[]>([]);
  const [shownId, setShownId] = useState<number | null>(null);
  const [sending, setSending] = useState(false);
  const count = useRef(0);

  // Another lesson is another API: what was sent there says nothing here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the lesson that counts
  useEffect(() => {
    setHistory([]);
    setShownId(null);
    setDraft(FIRST);
    setTouched(false);
  }, [lessonId]);

  useEffect(() => {
    if (!loaded) return;
    setDraft(toDraft(loaded.request));
    setTouched(true);
    setShownId(null);
  }, [loaded]);

  async function send(): Promise<void> {
    setSending(true);
    setDraft(shown);
    setTouched(true);
    const request = toRequest(shown);
    const response = await useSession.getState().send(request);
    setSending(false);
    count.current += 1;
    const exchange = { id: count.current, at: Date.now(), request, response };
    setHistory((old) => [exchange, ...old].slice(0, KEPT));
    setShownId(exchange.id);
  }

  const shown = touched || !firstRoute ? draft : { ...draft, path: firstRoute };
  return {
    draft: shown,
    change(part: Partial<RequestDraft>) {
      setTouched(true);
      setDraft({ ...shown, ...part });
    },
    bringBack(exchange: Exchange) {
      setTouched(true);
      setDraft(toDraft(exchange.request));
      setShownId(exchange.id);
    },
    send,
    sending,
    history,
    shown: history.find((exchange) => exchange.id === shownId) ?? null,
  };
}
