import { useSession } from '../../app/session-store.ts';

const KEYS = { screenReader: 'editor-screen-reader', tabMovesFocus: 'editor-tab', wordWrap: 'editor-wrap' } as const;
export type EditorChoice = keyof typeof KEYS;

/** How the person wants the editor to behave; remembered over a restart. */
export function useEditorChoices(): Record<EditorChoice, boolean> {
  const screenReader = useSession((s) => s.remembered[KEYS.screenReader] === 'on');
  const tabMovesFocus = useSession((s) => s.remembered[KEYS.tabMovesFocus] === 'on');
  const wordWrap = useSession((s) => s.remembered[KEYS.wordWrap] === 'on');
  return { screenReader, tabMovesFocus, wordWrap };
}

/** Turns one of them on or off. */
export function setEditorChoice(choice: EditorChoice, on: boolean): void {
  useSession.getState().remember(KEYS[choice], on ? 'on' : 'off');
}
