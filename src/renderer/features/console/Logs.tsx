import type { LogLine } from '../../../contract/session.ts';
import { useSession } from '../../app/session-store.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { clockTime } from './clock-time.ts';
import styles from './Logs.module.css';
import { usePinnedEnd } from './use-pinned-end.ts';

const SHOWN = 400;
const STREAMS: Record<LogLine['stream'], string> = { stdout: 'out', stderr: 'err', workbench: 'note' };

/** What the learner's code printed, and what the workbench has to say about it; newest last. */
export function Logs() {
  const logs = useSession((s) => s.logs);
  const dropped = useSession((s) => s.logsDropped);
  const { ref, onScroll } = usePinnedEnd(logs);
  const lines = logs.slice(-SHOWN);
  const left = dropped + logs.length - lines.length;
  if (lines.length === 0 && left === 0) {
    return <Empty title="Nothing printed yet.">What your code writes with console.log is shown here.</Empty>;
  }
  return (
    <Scroll className={styles.scroll} ref={ref} onScroll={onScroll} role="log" label="Console output">
      {left > 0 ? <p className={styles.left}>{left.toLocaleString('en')} lines dropped</p> : null}
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id
        <p key={at} className={[styles.line, styles[line.stream]].join(' ')}>
          <span className={styles.time}>{clockTime(line.at)}</span>
          <span className={styles.stream}>{STREAMS[line.stream]}</span>
          <span className={styles.text}>{line.text}</span>
        </p>
      ))}
    </Scroll>
  );
}
