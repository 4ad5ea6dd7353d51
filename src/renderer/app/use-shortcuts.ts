import { useEffect } from 'react';
import type { State } from './session-state.ts';
import { useSession } from './session-store.ts';

type Shortcut = { key: string; ctrl?: true; alt?: true; shift?: true; run: (state: State) => void };

const SHORTCUTS: readonly Shortcut[] = [
  { key: 'k', ctrl: true, run: (s) => s.showPalette(!s.paletteShown) },
  { key: 'Enter', ctrl: true, run: (s) => void s.run() },
  { key: 's', ctrl: true, run: (s) => void s.flush() },
  { key: 'b', ctrl: true, run: (s) => s.fold('lesson', !s.folded.lesson) },
  { key: 'j', ctrl: true, run: (s) => s.fold('console', !s.folded.console) },
  { key: 'PageDown', alt: true, run: (s) => openNeighbour(s, 'next') },
  { key: 'PageUp', alt: true, run: (s) => openNeighbour(s, 'previous') },
  { key: 'F6', run: () => focusPane(1) },
  { key: 'F6', shift: true, run: () => focusPane(-1) },
];

const PANES = ['[aria-label="Lesson"]', '[aria-label="Editor"]', '[aria-label="Console"]', '[aria-label="Results"]'];
const FOCUSABLE = 'textarea, [role="tab"][aria-selected="true"], button, [tabindex="0"]';

/** The shortcuts of the whole window. They win over the editor's, which uses some of these keys for chords. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const shortcut = SHORTCUTS.find((one) => fits(one, event));
      if (!shortcut || (shortcut.key === 'Enter' && isInRequests(event.target))) return;
      event.preventDefault();
      event.stopPropagation();
      shortcut.run(useSession.getState());
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

function fits({ key, ctrl, alt, shift }: Shortcut, event: KeyboardEvent): boolean {
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    (event.ctrlKey || event.metaKey) === !!ctrl &&
    event.altKey === !!alt &&
    event.shiftKey === !!shift
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
