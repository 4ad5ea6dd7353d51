import { type RefObject, useEffect, useRef } from 'react';

/** Keeps a scrolling list at its end while the person has not scrolled away from it. `change` differs when lines came in. */
export function usePinnedEnd(change: unknown): { ref: RefObject<HTMLDivElement | null>; onScroll: () => void } {
  const ref = useRef<HTMLDivElement>(null);
  const pinned = useRef(true);
  const onScroll = () => {
    const list = ref.current;
    if (list) pinned.current = list.scrollHeight - list.scrollTop - list.clientHeight < 24;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it must run again whenever lines came in
  useEffect(() => {
    const list = ref.current;
    if (list && pinned.current) list.scrollTop = list.scrollHeight;
  }, [change]);
  return { ref, onScroll };
}
