/** Something that a key does everywhere in the window. */
export type WindowAction =
  | 'search'
  | 'run'
  | 'save'
  | 'next-pane'
  | 'previous-pane'
  | 'lesson-pane'
  | 'console-pane'
  | 'next-lesson'
  | 'previous-lesson';

type KeyRow = {
  /** A combination such as "Ctrl K", as it is printed on the keys; Cmd stands in for Ctrl on a Mac. */
  keys: string;
  does: string;
};

/** The keys of the whole window. The page runs them from this table, and every list of keys is made from it. */
export const WINDOW_KEYS: Record<WindowAction, KeyRow> = {
  search: { keys: 'Ctrl K', does: 'Search actions and lessons' },
  run: { keys: 'Ctrl Enter', does: 'Run and check again' },
  save: { keys: 'Ctrl S', does: 'Save now (edits save by themselves)' },
  'next-pane': { keys: 'F6', does: 'To the next pane' },
  'previous-pane': { keys: 'Shift F6', does: 'To the pane before' },
  'lesson-pane': { keys: 'Ctrl B', does: 'Show or hide the lesson' },
  'console-pane': { keys: 'Ctrl J', does: 'Show or hide the console' },
  'next-lesson': { keys: 'Alt PageDown', does: 'Next lesson' },
  'previous-lesson': { keys: 'Alt PageUp', does: 'Previous lesson' },
};

/** Every key that a person is told of, by where it works. */
export const KEY_GROUPS: readonly { title: string; rows: readonly KeyRow[] }[] = [
  { title: 'Everywhere', rows: Object.values(WINDOW_KEYS) },
  {
    title: 'In the editor',
    rows: [
      { keys: 'Ctrl M', does: 'Tab moves the focus, or types a tab' },
      { keys: 'F8', does: 'To the next problem' },
      { keys: 'Ctrl Z', does: 'Undo; in the forms, too' },
      { keys: 'Ctrl F', does: 'Find in this file' },
      { keys: 'F1', does: 'Every command of the editor' },
    ],
  },
  {
    title: 'In one place',
    rows: [
      { keys: 'Arrow keys', does: 'On a line between panes: change the size' },
      { keys: 'F2', does: 'In the list of files: rename' },
      { keys: 'Delete', does: 'In the list of files: remove; on a tab of the editor: close' },
      { keys: 'Ctrl Enter', does: 'In Requests: send' },
      { keys: 'Esc', does: 'Close what is open above' },
    ],
  },
];

export type Combination = { key: string; ctrl: boolean; alt: boolean; shift: boolean };

/** Reads "Ctrl K" as the key and what is held with it; the key is in small letters, as `KeyboardEvent.key` may be. */
export function readCombination(keys: string): Combination {
  const parts = keys.toLowerCase().split(' ');
  const held = parts.slice(0, -1);
  return {
    key: parts.at(-1) ?? '',
    ctrl: held.includes('ctrl'),
    alt: held.includes('alt'),
    shift: held.includes('shift'),
  };
}
