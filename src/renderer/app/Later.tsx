import { type ReactNode, useDeferredValue } from 'react';

/**
 * Draws what is in it after the first frame, in slices between which keys are taken: a window that opens shows the
 * editor first.
 */
export function Later({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null;
}
