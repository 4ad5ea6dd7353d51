import { useBegun } from '../../app/begun.ts';
import { useSession } from '../../app/session-store.ts';
import { type JudgedCheck, useTally } from '../../app/tally.ts';
import { formatMs } from '../../ui/format-ms.ts';
import styles from './ChecksSummary.module.css';

/** "2 of 5 hold" with a segment for each required check and the time it took. */
export function ChecksSummary() {
  const running = useSession((s) => s.checks.status === 'running' || s.checks.revision < s.revision);
  const ms = useSession((s) => s.checks.ms);
  const { required, passed, of } = useTally();
  const begun = useBegun();
  const segments = [...required].sort((a, b) => place(a) - place(b));
  return (
    <div className={styles.summary}>
      <span className={styles.words} role="status">
        {passed} of {of} hold
      </span>
      <span className={[styles.bar, running ? styles.running : ''].join(' ')} aria-hidden="true">
        {segments.map(({ check, verdict }) => (
          <i key={check.id} className={toneOf(verdict?.status, begun)} />
        ))}
      </span>
      <span className={styles.time}>{running ? 'checking' : ms === undefined ? '' : formatMs(ms)}</span>
    </div>
  );
}

function place({ verdict }: JudgedCheck): number {
  if (verdict?.status === 'passed') return 0;
  return verdict?.status === 'failed' ? 1 : 2;
}

/** What was not checked has no colour: nothing is wrong with it yet. */
function toneOf(status: string | undefined, begun: boolean): string | undefined {
  if (status === 'passed') return styles.held;
  return status === 'failed' && begun ? styles.failed : undefined;
}
