import { Copy } from 'lucide-react';
import { isOnThisMachine } from '../../app/place.ts';
import { useSession } from '../../app/session-store.ts';
import { useTally } from '../../app/tally.ts';
import { Button } from '../../ui/Button.tsx';
import { formatMs } from '../../ui/format-ms.ts';
import { copyAddress } from './copy-address.ts';
import { describeState } from './describe-state.ts';
import { languageOf } from './language-of.ts';
import styles from './StatusBar.module.css';

/** State of the API, its address, time to live, checks, saved, language, place of the cursor. */
export function StatusBar() {
  const url = useSession((s) => s.live.url);
  const setResultTab = useSession((s) => s.setResultTab);
  const activeFile = useSession((s) => s.activeFile);
  const { line, column } = useSession((s) => s.cursor);
  const { passed, of } = useTally();
  return (
    <footer className={styles.bar}>
      <LiveStatus />
      {url && !isOnThisMachine() ? (
        <span
          className={[styles.item, styles.url].join(' ')}
          title="On the machine of the workbench: your browser cannot open it. Requests and API docs reach it."
        >
          {url}
        </span>
      ) : null}
      {url && isOnThisMachine() ? (
        <Button
          look="quiet"
          className={[styles.item, styles.url].join(' ')}
          aria-label={`Copy the address ${url}`}
          onPress={() => void copyAddress()}
        >
          {url}
          <Copy aria-hidden="true" />
        </Button>
      ) : null}
      <LiveIn />
      <span className={styles.right}>
        {of > 0 ? (
          <Button look="quiet" className={styles.item ?? ''} onPress={() => setResultTab('checks')}>
            {passed} of {of} checks
          </Button>
        ) : null}
        <SaveStatus />
        {activeFile ? (
          <>
            <span className={styles.extra}>{languageOf(activeFile)}</span>
            <span className={styles.place}>
              Ln {line}, Col {column}
            </span>
          </>
        ) : null}
      </span>
    </footer>
  );
}

function LiveStatus() {
  const live = useSession((s) => s.live);
  const connection = useSession((s) => s.connection);
  const { tone, words, note } = describeState(live, connection);
  return (
    <span className={[styles.live, styles[tone]].join(' ')} role="status" aria-label="State of your API">
      <i aria-hidden="true" />
      {words}
      {note ? <span className={styles.note}>{note}</span> : null}
    </span>
  );
}

function LiveIn() {
  const live = useSession((s) => s.live);
  const known = useSession((s) => s.connection === 'open');
  if (!known || live.status !== 'live' || live.ms === undefined) return null;
  return <span className={styles.extra}>live in {formatMs(Math.max(1, Math.round(live.ms))).replace('.0', '')}</span>;
}

function SaveStatus() {
  const save = useSession((s) => s.save);
  if (save.status === 'failed') {
    return (
      <span className={styles.unsaved} role="alert" title={`${save.message} ${save.action}`}>
        Not saved: {save.message}
      </span>
    );
  }
  return <span>{save.status === 'saving' ? 'Saving' : 'Saved'}</span>;
}
