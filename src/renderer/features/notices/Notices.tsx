import { CircleAlert, Info, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ERRORS } from '../../../contract/errors.ts';
import type { Problem } from '../../../contract/problem.ts';
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
    if (tone === 'error' || code !== '') return;
    const timer = setTimeout(() => dismiss(id), READING_MS);
    return () => clearTimeout(timer);
  }, [id, tone, code, dismiss]);

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

const NONE: Problem[] = [];

/** What the server has to say about itself, such as a progress file that was moved aside, and about the course as a whole. */
function WorkbenchNotices() {
  const notices = useSession((s) => s.outline?.notices ?? NONE);
  const problems = useSession((s) => s.outline?.problems ?? NONE);
  const inform = useSession((s) => s.inform);
  // The outline comes anew with each lesson; what was dismissed must not come back with it.
  const said = useRef(new Set<string>());
  useEffect(() => {
    for (const { code, message } of notices) {
      if (said.current.has(message)) continue;
      said.current.add(message);
      inform(message, ERRORS[code].action, code);
    }
  }, [notices, inform]);
  const count = problems.length;
  const [first] = problems;
  const place = [first?.file, first?.line].filter((part) => part !== undefined).join(':');
  const words = first ? `${place}${place ? ': ' : ''}${first.message}` : '';
  useEffect(() => {
    if (count > 0)
      inform(`This course has ${count} ${count === 1 ? 'mistake' : 'mistakes'} in its files.`, words, first?.code);
  }, [count, words, first?.code, inform]);
  return null;
}
