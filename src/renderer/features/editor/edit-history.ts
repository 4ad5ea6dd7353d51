import type { KeyboardEvent } from 'react';

type History = { undo(path: string): void; redo(path: string): void; focus(): void };

let history: History | null = null;

/** The running editor tells how its files are undone; null when it is gone. */
export function setHistory(running: History | null): void {
  history = running;
}

/** Puts the keys back into the text, where its cursor stands. */
export function focusText(): void {
  history?.focus();
}

/** Undo and redo in a form are those of the file that it shows. What is typed and not in the file yet is the field's own. */
export function onUndoKeys(event: KeyboardEvent, path: string): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  const back = key === 'z' && !event.shiftKey;
  const forth = (key === 'z' && event.shiftKey) || key === 'y';
  if (!back && !forth) return;
  if (event.target instanceof HTMLElement && event.target.dataset.dirty !== undefined) return;
  event.preventDefault();
  if (back) history?.undo(path);
  else history?.redo(path);
}
