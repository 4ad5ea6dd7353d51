import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** How many are drawn while the list stands at its end. */
const AT_END = 60;
/** From here to an edge (pixels) the list counts as being there. */
const NEAR = 24;

/** `gone`: how many were before the first of `all`, so that each has a number that stays. */
type Lot<T> = { all: T[]; gone: number };

type Newest<T> = {
  ref: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  /** What to draw, the newest last. */
  items: T[];
  /** The number of the first of `items`. */
  first: number;
  /** How many older ones there are; scrolling up to the top draws them. */
  hidden: number;
  /** How many came since the person scrolled away from the end. */
  newer: number;
};

/**
 * A growing list that stands at its end and draws only its newest part. Scrolled away from its end it stands still, so
 * that it can be read; back there it goes on.
 */
export function useNewest<T>(now: Lot<T>): Newest<T> {
  const ref = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<(Lot<T> & { drawn: number }) | null>(null);
  const lastTop = useRef(0);
  const fromEnd = useRef(0);
  // Fewer than there were: the list was cleared.
  const isCleared = held !== null && now.gone + now.all.length < held.gone + held.all.length;
  if (isCleared) setHeld(null);
  const { all, gone } = isCleared ? now : (held ?? now);
  const drawn = Math.min(all.length, held?.drawn ?? AT_END);
  const hidden = all.length - drawn;

  const onScroll = () => {
    const list = ref.current;
    if (!list) return;
    const wentUp = list.scrollTop < lastTop.current;
    lastTop.current = list.scrollTop;
    fromEnd.current = list.scrollHeight - list.scrollTop;
    const below = fromEnd.current - list.clientHeight;
    if (held && below < NEAR && !wentUp) return setHeld(null);
    if (!held && below > 1 && wentUp) setHeld({ ...now, drawn });
    if (list.scrollTop < NEAR && hidden > 0 && (held || wentUp)) setHeld({ all, gone, drawn: all.length });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: it must run again whenever lines came in or are drawn
  useLayoutEffect(() => {
    const list = ref.current;
    if (!list) return;
    // What is drawn above must not move what is being read.
    list.scrollTop = held ? list.scrollHeight - fromEnd.current : list.scrollHeight;
    lastTop.current = list.scrollTop;
  }, [all, drawn, held]);

  return {
    ref,
    onScroll,
    items: all.slice(hidden),
    first: gone + hidden,
    hidden,
    newer: held ? now.gone + now.all.length - gone - all.length : 0,
  };
}
