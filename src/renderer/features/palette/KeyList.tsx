import { useSession } from '../../app/session-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Key } from '../../ui/Key.tsx';
import styles from './KeyList.module.css';

const KEYS: readonly [keys: string, does: string][] = [
  ['Ctrl K', 'Search actions and lessons'],
  ['Ctrl Enter', 'Run and check again'],
  ['Ctrl S', 'Save now (edits save by themselves)'],
  ['F6', 'To the next pane'],
  ['Shift F6', 'To the pane before'],
  ['Ctrl B', 'Show or hide the lesson'],
  ['Ctrl J', 'Show or hide the console'],
  ['Alt PageDown', 'Next lesson'],
  ['Alt PageUp', 'Previous lesson'],
  ['Ctrl M', 'In the editor: Tab moves the focus, or types a tab'],
  ['F8', 'In the editor: to the next problem'],
  ['Arrow keys', 'On a line between panes: change the size'],
  ['Esc', 'Close what is open above'],
];

/** The keys of the workbench. On a Mac, Cmd works as Ctrl does. */
export function KeyList() {
  const shown = useSession((s) => s.keysShown);
  const showKeys = useSession((s) => s.showKeys);
  return (
    <Dialog title="Keys" shown={shown} onShownChange={showKeys}>
      <p>On a Mac, Cmd works as Ctrl does.</p>
      <dl className={styles.list}>
        {KEYS.map(([keys, does]) => (
          <div key={keys} className={styles.row}>
            <dt>
              <Key keys={keys} />
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
