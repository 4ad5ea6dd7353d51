import { KEY_GROUPS } from '../../../core/keys/keys.ts';
import { useSession } from '../../app/session-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Key } from '../../ui/Key.tsx';
import styles from './KeyList.module.css';

/** The keys of the workbench. On a Mac, Cmd works as Ctrl does. */
export function KeyList() {
  const shown = useSession((s) => s.keysShown);
  const showKeys = useSession((s) => s.showKeys);
  return (
    <Dialog title="Keys" size="medium" shown={shown} onShownChange={showKeys}>
      <p>On a Mac, Cmd works as Ctrl does.</p>
      <div className={styles.groups}>
        {KEY_GROUPS.map(({ title, rows }) => (
          <section key={title} className={styles.group}>
            <h3 className={styles.heading}>{title}</h3>
            <dl className={styles.list}>
              {rows.map(({ keys, does }) => (
                <div key={keys} className={styles.row}>
                  <dt>
                    <Key keys={keys} />
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
