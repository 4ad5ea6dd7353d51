import { useSyncExternalStore } from 'react';

/** Below this width three panes do not fit beside each other. */
const query = window.matchMedia('(max-width: 1199px)');

/** True where lesson and results share one side. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => query.matches,
  );
}
