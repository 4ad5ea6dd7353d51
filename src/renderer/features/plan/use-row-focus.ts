import { type RefObject, useEffect, useRef } from 'react';

/** What the rows of a list are. They carry it as `data-row`, and what adds one to them as `data-add`. */
export type RowKind = 'resource' | 'field' | 'rule' | 'operation' | 'status';

/** Makes the change, then puts the focus on the row that stands at `at`, or on what adds one when there is none. */
export type FollowRow = (at: number, change: () => void) => void;

/**
 * Keeps the focus in a list of the plan while rows are moved and removed. Put `list` on an element around the rows and
 * what adds one; a row is focused by its menu, and one without a menu is focused itself.
 */
export function useRowFocus<T extends HTMLElement>(kind: RowKind): { list: RefObject<T | null>; follow: FollowRow } {
  const list = useRef<T>(null);
  const wanted = useRef<number | null>(null);
  // After each drawing: moving a row changes neither their number nor what they are made of.
  useEffect(() => {
    const at = wanted.current;
    if (at === null) return;
    wanted.current = null;
    const row = list.current?.querySelectorAll<HTMLElement>(`[data-row=${kind}]`)[at];
    const inRow = row?.querySelector<HTMLElement>('[data-row-menu]') ?? row;
    const target = inRow ?? list.current?.querySelector<HTMLElement>(`[data-add=${kind}]`);
    target?.focus();
  });
  const follow: FollowRow = (at, change) => {
    wanted.current = at;
    change();
  };
  return { list, follow };
}
