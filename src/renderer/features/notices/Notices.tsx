import { CircleAlert, Info, X } from 'lucide-react';
import { useEffect } from 'react';
import type { Notice } from '../../app/session-state.ts';
import { useSession } from '../../app/session-store.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import styles from './Notices.module.css';

const READING_MS = 6_000;

/** What a person must know now: failed calls with what to do next, and short confirmations. */
export function Notices() {
  const notices = useSession((s) => s.notices);
  return (
    <section className={styles.stack} aria-label="Notices">
      <WorkbenchNotices />
      <UndoReset />
      {notices.map((notice) => (
        <Card key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function Card({ notice }: { notice: Notice }) {
  const dismiss = useSession((s) => s.dismiss);
  const { id, tone, message, action, code } = notice;

  useEffect(() => {
    if (tone === 'error') return;
    const timer = setTimeout(() => dismiss(id), READING_MS);
    return () => clearTimeout(timer);
  }, [id, tone, dismiss]);

  return (
    <div className={[styles.card, styles[tone]].join(' ')} role={tone === 'error' ? 'alert' : 'status'}>
      {tone === 'error' ? <CircleAlert aria-hidden="true" /> : <Info aria-hidden="true" />}
      <div className={styles.text}>
        <p className={styles.message}>{message}</p>
        {action ? <p>{action}</p> : null}
        {code ? <p className={styles.code}>{code}</p> : null}
      </div>
      <IconButton label="Dismiss" onPress={() => dismiss(id)}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** After a reset: the way back stays in view until it is used or sent away. */
function UndoReset() {
  const version = useSession((s) => s.undoReset);
  const restore = useSession((s) => s.restore);
  const forgetUndo = useSession((s) => s.forgetUndo);
  if (!version) return null;
  return (
    <div className={[styles.card, styles.info].join(' ')} role="status">
      <Info aria-hidden="true" />
      <div className={styles.text}>
        <p className={styles.message}>This lesson is back at its starter.</p>
        <Button className={styles.button ?? ''} onPress={() => void restore(version)}>
          Bring my code back
        </Button>
      </div>
      <IconButton label="Dismiss" onPress={forgetUndo}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** What the server has to say about itself, such as a progress file that was moved aside. */
function WorkbenchNotices() {
  const outline = useSession((s) => s.outline);
  const inform = useSession((s) => s.inform);
  const said = outline?.notices.map((notice) => notice.message).join('\n') ?? '';
  const mistakes = outline?.problems.length ?? 0;
  useEffect(() => {
    for (const message of said.split('\n').filter(Boolean)) inform(message);
  }, [said, inform]);
  useEffect(() => {
    if (mistakes > 0) inform(`This course has ${mistakes} ${mistakes === 1 ? 'mistake' : 'mistakes'} in its files.`);
  }, [mistakes, inform]);
  return null;
}
