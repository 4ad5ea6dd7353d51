import { useEffect } from 'react';
import { create } from 'zustand';
import type { GlossaryFile } from '../../contract/glossary.ts';
import { server } from './api.ts';
import { useSession } from './session-store.ts';

export type Terms = GlossaryFile['terms'];

type Glossary = { terms: Terms | null; asked: boolean; shown: boolean };

/** The glossary of the course, asked for once, when it is first wanted; and whether its window is open. */
export const useGlossaryStore = create<Glossary>(() => ({ terms: null, asked: false, shown: false }));

/** Every term by its id; null until the server has answered. */
export function useGlossary(): Terms | null {
  const terms = useGlossaryStore((s) => s.terms);
  useEffect(() => void fetchOnce(), []);
  return terms;
}

export function showGlossary(shown: boolean): void {
  useGlossaryStore.setState({ shown });
}

async function fetchOnce(): Promise<void> {
  if (useGlossaryStore.getState().asked) return;
  useGlossaryStore.setState({ asked: true });
  try {
    useGlossaryStore.setState({ terms: await server.course.glossary() });
  } catch (error) {
    useGlossaryStore.setState({ asked: false });
    useSession.getState().fail(error);
  }
}
