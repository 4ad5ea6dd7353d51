import { useEffect } from 'react';
import { type Combination, readCombination, WINDOW_KEYS, type WindowAction } from '../../core/keys/keys.ts';
import type { State } from './session-state.ts';
import { useSession } from './session-store.ts';

const RUNS: Record<WindowAction, (state: State) => void> = {
  search: (s) => s.showPalette(!s.paletteShown),
  run: (s) => void s.run(),
  save: (s) => void s.flush(),
  'next-pane': () => focusPane(1),
  'previous-pane': () => focusPane(-1),
  'lesson-pane': (s) => s.fold('lesson', !s.folded.lesson),
  'console-pane': (s) => s.fold('console', !s.folded.console),
  'next-lesson': (s) => openNeighbour(s, 'next'),
  'previous-lesson': (s) => openNeighbour(s, 'previous'),
};

const ACTIONS: readonly WindowAction[] = Object.keys(RUNS).filter((id): id is WindowAction => id in WINDOW_KEYS);
const SHORTCUTS = ACTIONS.map((id) => ({ ...readCombination(WINDOW_KEYS[id].keys), run: RUNS[id] }));

const PANES = ['[aria-label="Lesson"]', '[aria-label="Editor"]', '[aria-label="Console"]', '[aria-label="Results"]'];
const FOCUSABLE = 'textarea, [role="tab"][aria-selected="true"], button, [tabindex="0"]';

/** The shortcuts of the whole window. They win over the editor's, which uses some of these keys for chords. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const shortcut = SHORTCUTS.find((one) => fits(one, event));
      if (!shortcut || (shortcut.key === 'enter' && isInRequests(event.target))) return;
      event.preventDefault();
      event.stopPropagation();
      shortcut.run(useSession.getState());
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

function fits({ key, ctrl, alt, shift }: Combination, event: KeyboardEvent): boolean {
  return (
    event.key.toLowerCase() === key &&
    (event.ctrlKey || event.metaKey) === ctrl &&
    event.altKey === alt &&
    event.shiftKey === shift
  );
}

/** The request client sends with Ctrl Enter. */
function isInRequests(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[aria-label="Requests"]') !== null;
}

function openNeighbour(state: State, which: 'next' | 'previous'): void {
  const lesson = state.lesson?.[which];
  if (lesson) void state.openLesson(lesson.id);
}

/** Moves the focus to the next pane that is in view; from nowhere, to the first. */
function focusPane(step: 1 | -1): void {
  const panes = PANES.flatMap((selector) => {
    const pane = document.querySelector<HTMLElement>(selector);
    return pane && pane.offsetWidth > 0 && pane.offsetHeight > 0 ? [pane] : [];
  });
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(at + step + panes.length) % panes.length];
  const inside = [...(next?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
  inside.find((element) => element.offsetParent !== null)?.focus();
}
