import type { SessionTraffic as Entry } from '../../../contract/session.ts';
import { useSession } from '../../app/session-store.ts';
import { Empty } from '../../ui/Empty.tsx';
import { formatMs } from '../../ui/format-ms.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { clockTime } from './clock-time.ts';
import styles from './Traffic.module.css';
import { usePinnedEnd } from './use-pinned-end.ts';

const SHOWN = 300;

/** The answered requests, yours and those of the checks, newest last. */
export function Traffic() {
  const traffic = useSession((s) => s.traffic);
  const dropped = useSession((s) => s.trafficDropped);
  const { ref, onScroll } = usePinnedEnd(traffic);
  const entries = traffic.slice(-SHOWN);
  const left = dropped + traffic.length - entries.length;
  if (entries.length === 0) {
    return <Empty title="No requests yet.">What your API answers is listed here as it happens.</Empty>;
  }
  return (
    <Scroll className={styles.scroll} ref={ref} onScroll={onScroll} label="Traffic">
      <table className={styles.table}>
        <colgroup>
          <col className={styles.at} />
          <col className={styles.method} />
          <col />
          <col className={styles.status} />
          <col className={styles.ms} />
          <col className={styles.by} />
        </colgroup>
        <thead className="only-heard">
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Method</th>
            <th scope="col">Path</th>
            <th scope="col">Status</th>
            <th scope="col">Duration</th>
            <th scope="col">Sent by</th>
          </tr>
        </thead>
        <tbody>
          {left > 0 ? (
            <tr>
              <td colSpan={6} className={styles.left}>
                {left} earlier requests are not shown
              </td>
            </tr>
          ) : null}
          {entries.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: requests have no id
            <Row key={at} entry={entry} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ entry }: { entry: Entry }) {
  return (
    <tr>
      <td className={styles.quiet}>{clockTime(entry.at)}</td>
      <td>{entry.method}</td>
      <td className={styles.url}>{entry.url}</td>
      <td className={entry.status >= 500 ? styles.bad : entry.status >= 400 ? styles.warn : styles.ok}>
        {entry.status}
      </td>
      <td className={styles.quiet}>{formatMs(entry.ms)}</td>
      <td className={styles.quiet}>{entry.from === 'checks' ? 'check' : ''}</td>
    </tr>
  );
}
