import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { useSession } from './session-store.ts';

const Choice = z.enum(['system', 'light', 'dark', 'contrast']);

/** What the person chose; `system` follows the machine. */
export type ThemeChoice = z.infer<typeof Choice>;
/** What is shown. */
export type Theme = Exclude<ThemeChoice, 'system'>;

export const THEMES: readonly { id: ThemeChoice; title: string }[] = [
  { id: 'system', title: 'Like the system' },
  { id: 'light', title: 'Light' },
  { id: 'dark', title: 'Dark' },
  { id: 'contrast', title: 'High contrast' },
];

const queries = ['(prefers-color-scheme: light)', '(prefers-contrast: more)'].map((query) => window.matchMedia(query));

function onSystemChange(changed: () => void): () => void {
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}

function systemTheme(): Theme {
  if (queries[1]?.matches) return 'contrast';
  return queries[0]?.matches ? 'light' : 'dark';
}

/** The theme that is shown now, and what was chosen. */
export function useTheme(): { theme: Theme; choice: ThemeChoice; choose: (choice: ThemeChoice) => void } {
  const system = useSyncExternalStore(onSystemChange, systemTheme);
  const choice = Choice.catch('system').parse(useSession((s) => s.remembered.theme));
  const remember = useSession((s) => s.remember);
  return { theme: choice === 'system' ? system : choice, choice, choose: (next) => remember('theme', next) };
}
