import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** How many are drawn while the list stands at its end. */
const AT_END = 120;
/** From here to an edge (pixels) the list counts as being there. */
const NEAR = 24;

type Newest<T> = {
  ref: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  /** What to draw, the newest last. */
  items: T[];
  /** How many older ones there are; scrolling up to the top draws them. */
  hidden: number;
};

/** Keeps a growing list at its end until the person scrolls away from it, and draws only its newest part till then. */
export function useNewest<T>(all: T[]): Newest<T> {
  const ref = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(AT_END);
  const isAtEnd = useRef(true);
  const fromEnd = useRef(0);
  const hidden = Math.max(0, all.length - drawn);

  const onScroll = () => {
    const list = ref.current;
    if (!list) return;
    fromEnd.current = list.scrollHeight - list.scrollTop;
    isAtEnd.current = fromEnd.current - list.clientHeight < NEAR;
    if (isAtEnd.current && drawn !== AT_END) setDrawn(AT_END);
    if (!isAtEnd.current && list.scrollTop < NEAR && hidden > 0) setDrawn(all.length);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: it must run again whenever lines came in or are drawn
  useLayoutEffect(() => {
    const list = ref.current;
    if (!list) return;
    if (isAtEnd.current) list.scrollTop = list.scrollHeight;
  }, [all, drawn]);

  // What is drawn above must not move what is being read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when more is drawn above
  useLayoutEffect(() => {
    const list = ref.current;
    if (list && !isAtEnd.current) list.scrollTop = list.scrollHeight - fromEnd.current;
  }, [drawn]);

  return { ref, onScroll, items: all.slice(hidden), hidden };
}
